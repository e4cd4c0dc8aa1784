/** What a fetch takes and gives. Fetching is `fetch-page.ts`'s. */
import type { LookupFunction } from 'node:net'

/** What a site gave with an answer, to be sent when the same is asked for again; null where it gave none. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null }

/** Runs one request; a site that is to be asked politely has its turns. */
export type Around = <Result>(url: URL, request: () => Promise<Result>) => Promise<Result>

export type FetchOptions = {
  /** The media types that are taken, in lower case, such as `text/html`. */
  readonly types: ReadonlySet<string>
  /** For a host's own intranet: addresses that are not on the public internet are fetched from as well. */
  readonly allowPrivateAddresses?: boolean
  /** Bytes of the body, both as sent and as unpacked. */
  readonly mostBytes?: number
  /** For all of it, redirects included, but for the time in which `around` waits. */
  readonly mostMs?: number
  readonly mostRedirects?: number
  /** Which IP addresses must not be connected to, where that is not `isForbiddenAddress`. */
  readonly isForbidden?: (address: string) => boolean
  /** How names are resolved, where that is not by the system. */
  readonly resolve?: LookupFunction
  /** Of the answer that is known already: the site may say that it still holds. */
  readonly known?: Validators
  readonly around?: Around
  /** Breaks it off. */
  readonly signal?: AbortSignal
}

/** Where and how requests are made, whatever is asked for. */
export type Reach = Pick<FetchOptions, 'allowPrivateAddresses' | 'isForbidden' | 'resolve'>

export type Fetched = {
  /** The address that answered, after redirects. */
  readonly url: string
  /** Whether what is known still holds: then there are no bytes. */
  readonly isUnchanged: boolean
  readonly mediaType: string
  /** What the header calls the text's encoding; null when it does not say. */
  readonly charset: string | null
  readonly bytes: Uint8Array
  readonly validators: Validators
  /** For how long the site says that this holds; null when it does not say. */
  readonly freshMs: number | null
}
