/** The fitted models that retrieval ships: read from their files on first need. How they are fitted is in `test/bench/fit`. */
import { readFileSync } from 'node:fs'
import { loadLexicon } from '../query/lexicon.ts'
import { type PackedTrees, packTrees, type Tree } from './model.ts'

/** The file `ranking-model.json`: trees over the features of `features.ts`. */
export type RankingModel = {
  /** How it was obtained. */
  readonly about: string
  /** The features' names when it was fitted: it must not be used with others. */
  readonly features: readonly string[]
  readonly trees: readonly Tree[]
}

/** The file `confidence-model.json`: trees over `confidenceFeatures`, and what the sum means. */
export type ConfidenceModel = {
  readonly about: string
  readonly trees: readonly Tree[]
  /** Pairs of a sum of trees and the share of right first hits there, ascending: the calibration curve. */
  readonly curve: readonly (readonly [number, number])[]
  /** From this confidence on a search counts as `found`. */
  readonly found: number
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

let ranking: RankingModel | undefined
let confidence: ConfidenceModel | undefined

export function loadRankingModel(): RankingModel {
  // A parsed boundary: the file is our own, and a test reads it.
  ranking ??= read('ranking-model.json') as RankingModel
  return ranking
}

let packed: PackedTrees | undefined

/** The ranking model, laid out for many rows. */
export function packedRanking(): PackedTrees {
  packed ??= packTrees(loadRankingModel().trees)
  return packed
}

/** Reads every model, so that the first question does not wait for it. */
export function loadModels(): void {
  loadLexicon()
  loadConfidenceModel()
  packedRanking()
}

export function loadConfidenceModel(): ConfidenceModel {
  // A parsed boundary: the file is our own, and a test reads it.
  confidence ??= read('confidence-model.json') as ConfidenceModel
  return confidence
}
