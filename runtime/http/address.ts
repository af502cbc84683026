import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * Tells who is calling. `X-Forwarded-For` counts only when the connection comes from a trusted proxy, and then the
 * last address that is not one: everything before it could have been written by the caller.
 */
export interface Addresses {
  /** The caller's address as text; 'unknown' when the transport has none. */
  client(socketAddress: string | undefined, forwardedFor: string | undefined): string
}

/** @param trusted addresses or CIDR ranges of proxies */
export function createAddresses(trusted: readonly string[]): Addresses {
  const proxies = new BlockList()
  for (const each of trusted) {
    const [address = '', bits] = each.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(bits), family)
  }
  const isProxy = (address: string) =>
    (isIPv4(address) && proxies.check(address, 'ipv4')) || (isIPv6(address) && proxies.check(address, 'ipv6'))
  return {
    client(socketAddress, forwardedFor) {
      const direct = plain(socketAddress)
      if (forwardedFor === undefined || trusted.length === 0 || !isProxy(direct)) return direct
      const hops = forwardedFor.split(',').map((hop) => plain(hop.trim()))
      const caller = hops.findLast((hop) => !isProxy(hop))
      return caller !== undefined && (isIPv4(caller) || isIPv6(caller)) ? caller : direct
    },
  }
}

/** What limits count by: an IPv4 address, or the /64 of an IPv6 address, which one household or server owns whole. */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')}::/64`
}

export function isLoopback(address: string): boolean {
  return address === '::1' || /^127\./.test(address)
}

function plain(address: string | undefined): string {
  if (address === undefined || address === '') return 'unknown'
  return address.startsWith('::ffff:') && isIPv4(address.slice(7)) ? address.slice(7) : address
}
