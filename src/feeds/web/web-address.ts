/** Which addresses of the web are connected to: checks them as they are written and as their names resolve. */
import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { FetchError } from '../../errors.ts'

type IsForbidden = (address: string) => boolean

/** The address, without its fragment. @throws FetchError for what must not be fetched. */
export function checkedUrl(address: string, isForbidden: IsForbidden): URL {
  if (!URL.canParse(address)) throw new FetchError({ kind: 'no-address' })
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchError({ kind: 'scheme', scheme: url.protocol.slice(0, -1) })
  }
  if (url.username !== '' || url.password !== '') throw new FetchError({ kind: 'with-password' })
  // An address that is an IP address is never looked up, and so is checked here.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && isForbidden(host)) throw new FetchError({ kind: 'private-address' })
  url.hash = ''
  return url
}

/** Where a redirect leads. @throws FetchError when that is nowhere, or must not be fetched. */
export function redirectedUrl(from: URL, location: string | undefined, isForbidden: IsForbidden): URL {
  if (location === undefined || !URL.canParse(location, from.href)) throw new FetchError({ kind: 'redirect-nowhere' })
  return checkedUrl(new URL(location, from).href, isForbidden)
}

/** Resolves a name for the connection itself, so that no second look-up can give another address than the one checked. */
export function checkedLookup(resolve: LookupFunction, isForbidden: IsForbidden): LookupFunction {
  return (name, options, callback) =>
    resolve(name, options, (error, address, family) => {
      if (error !== null) return callback(error, address, family)
      const all: readonly string[] = Array.isArray(address)
        ? address.map((one: LookupAddress) => one.address)
        : [address]
      return all.some(isForbidden)
        ? callback(new FetchError({ kind: 'private-address' }), [], family)
        : callback(null, address, family)
    })
}
