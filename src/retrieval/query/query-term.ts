/** A term that a word of a question is looked for as, with its weight. */
export type QueryTerm = { readonly term: string; readonly weight: number }
