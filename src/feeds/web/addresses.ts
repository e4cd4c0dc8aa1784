/** Which network addresses must not be fetched from: everything that is not plainly on the public internet. Connecting is left to `fetch-page.ts`. */
import ipaddr from 'ipaddr.js'

/** What the IPv6 addresses of the public internet begin with (RFC 4291); others stand for IPv4 ones, or are for local use. */
const globalUnicast = ipaddr.parseCIDR('2000::/3')

/**
 * Whether an IP address is not on the public internet: private, loopback, link-local (where clouds have their metadata), shared, multicast, reserved,
 * or an IPv6 address that stands for an IPv4 one. Text that is no address is forbidden too.
 */
export function isForbiddenAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return true
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv6' && !parsed.match(globalUnicast)) return true
  // `unicast` is what remains when no special range fits; tunnels (6to4, Teredo) reach IPv4 addresses that nothing checks.
  return parsed.range() !== 'unicast'
}
