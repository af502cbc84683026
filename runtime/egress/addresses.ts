import { BlockList, isIP, isIPv6 } from 'node:net'

/** Why an address may not be connected to. `metadata`: cloud credentials live there; nobody may open it. */
export type AddressKind = 'public' | 'private' | 'metadata'

/** Sorts an IP address as written by the URL parser or the resolver (no brackets, zone ids refused). */
export function addressKind(address: string): AddressKind {
  const family = isIP(address)
  if (family === 0 || address.includes('%')) return 'private'
  const inner = family === 6 ? embedded(address) : address
  if (inner !== null && inner !== address) return addressKind(inner)
  const type = isIPv6(address) ? 'ipv6' : 'ipv4'
  if (metadata[type].check(address, type)) return 'metadata'
  return notPublic[type].check(address, type) ? 'private' : 'public'
}

/** The IPv4 address inside a mapped, NAT64 or 6to4 one: it is where the packets go. */
function embedded(address: string): string | null {
  const words = groups(address)
  if (!words) return null
  const [a = 0, b = 0, c = 0] = words
  const tail = (high: number, low: number) => `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
  const last = tail(words[6] ?? 0, words[7] ?? 0)
  const zeros = (from: number, to: number) => words.slice(from, to).every((word) => word === 0)
  if (zeros(0, 5) && words[5] === 0xffff) return last
  if (a === 0x64 && b === 0xff9b && zeros(2, 6)) return last
  if (a === 0x2002) return tail(b, c)
  return null
}

/** The eight 16-bit words of an IPv6 address; the URL parser writes every spelling in one way. */
function groups(address: string): number[] | null {
  const url = URL.parse(`http://[${address}]/`)
  if (!url) return null
  const [head = '', tail] = url.hostname.slice(1, -1).split('::')
  const words = (part: string) => (part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16)))
  const front = words(head)
  const back = words(tail ?? '')
  return [...front, ...Array<number>(8 - front.length - back.length).fill(0), ...back]
}

// One list for each family: Node compares IPv4 addresses with IPv6 nets as mapped ones, and ::/3 would hold them all.
const metadata = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const address of ['169.254.169.254', '169.254.170.2', '169.254.170.23', '100.100.100.200', '192.0.0.192', '168.63.129.16'])
  metadata.ipv4.addAddress(address, 'ipv4')
for (const address of ['fd00:ec2::254', 'fd00:ec2::23', 'fd20:ce::254']) metadata.ipv6.addAddress(address, 'ipv6')

const notPublic = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.ipv4.addSubnet(net, bits, 'ipv4')
// Of IPv6 only 2000::/3 is given out; special parts inside it follow.
for (const [net, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.ipv6.addSubnet(net, bits, 'ipv6')
