import { describe, expect, it } from 'vitest'
import { addressKey, createAddresses } from './address.ts'

describe('who is calling', () => {
  it('is the other end of the connection, whatever a header says', () => {
    expect(createAddresses([]).client('198.51.100.7', '127.0.0.1')).toBe('198.51.100.7')
    expect(createAddresses(['10.0.0.0/8']).client('198.51.100.7', '127.0.0.1')).toBe('198.51.100.7')
  })

  it('is what a trusted proxy saw, not what the caller wrote before it', () => {
    const addresses = createAddresses(['10.0.0.0/8', '::1'])
    expect(addresses.client('10.0.0.1', '127.0.0.1, 203.0.113.9')).toBe('203.0.113.9')
    expect(addresses.client('::1', '127.0.0.1, 203.0.113.9, 10.2.3.4')).toBe('203.0.113.9')
    expect(addresses.client('10.0.0.1', 'unknown')).toBe('10.0.0.1')
    expect(addresses.client('10.0.0.1', undefined)).toBe('10.0.0.1')
  })

  it('is the same by IPv4 and by IPv4 written as IPv6', () => {
    expect(createAddresses([]).client('::ffff:198.51.100.7', undefined)).toBe('198.51.100.7')
  })

  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::ffff', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('counts %s as %s', (address, key) => {
    expect(addressKey(address)).toBe(key)
  })
})
