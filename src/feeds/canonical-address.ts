/** When two addresses of the web are one article's: compares them; fetches nothing. */

/** Parameters that say where a reader came from, and never which article it is. */
const trackers = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid)$/i

/** The one form of an address, for comparing alone: no scheme, `www.`, fragment, tracking parameter or slash at the end. Null when it is no address. */
export function canonicalAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()]) if (trackers.test(name)) url.searchParams.delete(name)
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`
}

/** Whether both are addresses of one article; what has no address is nowhere. */
export function isSameAddress(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  const address = canonicalAddress(one)
  return address !== null && address === canonicalAddress(other)
}
