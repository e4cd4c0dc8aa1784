/** A term of a query in one segment, with its weight: what both ways of finding candidates are given. */

/** A term to look for in one view, and what it weighs: its word's idf. */
export type WeightedTerm = { readonly id: number; readonly weight: number }
