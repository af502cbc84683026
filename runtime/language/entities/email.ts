import validator from 'validator'
import { findEmails } from '../mask/contact.ts'
import { type EntityKind, matches } from './kind.ts'

/** What is left of an address that was covered before the turn. */
const masked = /(?<![\w*])[\w.+-]{0,3}\*+@[\w-]+(?:\.[\w-]+)+/g

export const email: EntityKind = {
  type: 'email',
  find: (text) =>
    text.includes('@')
      ? [
          ...findEmails(text).map(({ start, end }) => ({ value: text.slice(start, end).toLowerCase(), start, end })),
          ...(text.includes('*') ? matches(text, masked, (match) => match[0].toLowerCase()) : []),
        ]
      : [],
  valid: (value) => typeof value === 'string' && (/^[\w.+-]{0,3}\*+@/.test(value) || validator.isEmail(value)),
}
