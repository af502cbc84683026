import { type EntityKind, matches } from './kind.ts'

const pattern = /(?<![A-Za-z0-9])D\d{8}-?\d{4}(?!\d)/gi

export const orderNo: EntityKind = {
  type: 'order_no',
  find: (text) => matches(text, pattern, (match) => match[0].toUpperCase().replace(/^(D\d{8})-?(\d{4})$/, '$1-$2')),
  valid: (value) => typeof value === 'string' && /^[A-Z0-9][A-Z0-9-]{4,31}$/.test(value),
}
