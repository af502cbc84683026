import validator from 'validator'
import { findEmails } from '../mask/contact.ts'
import type { EntityKind } from './kind.ts'

export const email: EntityKind = {
  type: 'email',
  find: (text) =>
    text.includes('@') ? findEmails(text).map(({ start, end }) => ({ value: text.slice(start, end).toLowerCase(), start, end })) : [],
  valid: (value) => typeof value === 'string' && validator.isEmail(value),
}
