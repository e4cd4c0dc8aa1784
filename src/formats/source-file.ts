/** The noun that every reader takes: a file of a corpus, before its bytes are understood. */

/** `path` is what faults name, `slug` what its article is called. */
export type SourceFile = { readonly path: string; readonly slug: string; readonly bytes: Uint8Array }
