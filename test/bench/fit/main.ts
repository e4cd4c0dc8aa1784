/**
 * Fits the lexicon, the ranking model and the confidence model, and writes them into `src/retrieval/`.
 *
 *     npm run fit -- --data DIR [--every N] [--folds N] [--write]
 *
 * The articles are dealt into folds; what is learned from the others is tried on each, and the figures of the articles that were
 * held out are printed. `--every N` tries each N-th question only, which also teaches the confidence model. With --write the lexicon
 * and the ranking are then learned from all questions, and `npm run format` lays the files out.
 *
 * The shipped models are those of `--every 2 --folds 3 --write` (24 November 2026, 44 encyclopedia articles, 11,864 questions). On the
 * articles held out: of all articles R@1 69.6, R@3 83.6, R@5 87.3, MRR 77.3; within one R@1 72.0; with 96 % found there, 2.2 % of the
 * questions about other articles are found, 78.1 % of those about excerpts, and 12.8 % where the answer was cut out of the excerpt.
 * Afterwards irregular forms ("sent", "send") got more weight in `related.ts`, and "take place" is read as nothing, without a new fit.
 */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { parseLexicon, useLexicon } from '../../../src/retrieval/query/lexicon.ts'
import { confidenceFeatures } from '../../../src/retrieval/ranking/confidence.ts'
import { F, featureNames } from '../../../src/retrieval/ranking/feature-names.ts'
import { evaluate, type Tree } from '../../../src/retrieval/ranking/model.ts'
import { boost } from './boost.ts'
import { calibrate, type Judged, printVerdicts, unanswerable } from './calibrate.ts'
import { type Dataset, loadDataset, type Question } from './dataset.ts'
import { learnLexicon } from './learn-lexicon.ts'
import { logLoss, pairwiseLoss } from './losses.ts'
import { type Asked, askQuestion, onlySampled } from './rows.ts'
import { createSituations, type SituationName } from './situations.ts'

const ranked: readonly SituationName[] = ['open', 'within', 'alone', 'excerpt']
const judged: readonly SituationName[] = ['open', 'within', 'alone', 'excerpt', 'foreign', 'foreignAlone', 'cutOut']

/** More of these can only speak for a sentence, whatever a set of questions says; the last two lists against it. */
const monotone = new Map<number, 1 | -1>([
  ...[F.tfidf, F.coverage, F.relatedCoverage, F.weightedCoverage, F.bigrams, F.longestRun, F.commonSequence].map(
    feature => [feature, 1] as const,
  ),
  ...[F.window, F.predicateCoverage, F.expected, F.withPrevious, F.matchedTop].map(feature => [feature, 1] as const),
  ...[F.tfidfBelowBest, F.relatedCoverageBelowBest, F.weightedCoverageBelowBest, F.bigramsBelowBest].map(
    feature => [feature, -1] as const,
  ),
  ...[F.longestRunBelowBest, F.commonSequenceBelowBest, F.predicateBelowBest, F.missedTop].map(
    feature => [feature, -1] as const,
  ),
])

/** The articles are dealt into so many parts when a lexicon is needed that has not seen them. */
const LEXICON_PARTS = 3

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    every: { type: 'string', default: '1' },
    folds: { type: 'string', default: '4' },
    trees: { type: 'string', default: '150' },
    leaves: { type: 'string', default: '16' },
    write: { type: 'boolean', default: false },
  },
})
if (values.data === undefined) throw new Error('usage: npm run fit -- --data DIR [--every N] [--folds N] [--write]')
const trees = Number(values.trees)
const leaves = Number(values.leaves)
const all = await loadDataset(values.data)
const dataset: Dataset = { ...all, questions: all.questions.filter((_, place) => place % Number(values.every) === 0) }
const situate = createSituations(all)
const about = `Fitted by test/bench/fit on ${all.questions.length} questions about ${all.sources.size} articles of the set \`${basename(values.data)}\`.`
const lessons = crossValidate(Number(values.folds))
if (values.write) writeModels(lessons)

/** Asks questions in the situations named, and makes something of each answer; all but the first situation get a third of the questions. */
function askAll<Made>(
  questions: readonly Question[],
  names: readonly SituationName[],
  make: (asked: Asked) => Made,
): Made[] {
  return questions.flatMap((question, place) =>
    names
      .filter((name, offset) => name === 'open' || (place + offset) % 3 === 0)
      .map(name => make(askQuestion(question, name, situate(name, question)))),
  )
}

/**
 * Asks `questions` of taught articles with a lexicon from the others, part by part: a lexicon knows its own articles too well,
 * and a model that learned from them would trust it more than it deserves elsewhere.
 */
function askToLearn(taught: Dataset, questions: readonly Question[]): Asked[] {
  const ids = [...taught.sources.keys()].sort()
  const partOf = new Map(ids.map((id, place) => [id, place % LEXICON_PARTS]))
  return Array.from({ length: LEXICON_PARTS }, (_, part) => {
    const other = (id: string) => partOf.get(id) !== part
    const sources = new Map([...taught.sources].filter(([id]) => other(id)))
    const lexicon = learnLexicon({ sources, questions: taught.questions.filter(({ source }) => other(source)) }, about)
    useLexicon(parseLexicon(lexicon))
    return askAll(
      questions.filter(({ source }) => !other(source)),
      ranked,
      onlySampled,
    )
  }).flat()
}

function fitRanking(asked: readonly Asked[]): Tree[] {
  const rows: Float64Array[] = []
  const right: number[] = []
  const starts = [0]
  for (const one of asked) {
    if (!one.right.includes(1)) continue
    rows.push(...one.rows)
    right.push(...one.right)
    starts.push(rows.length)
  }
  const options = {
    trees,
    leaves,
    learningRate: 0.12,
    leastRowsInLeaf: 80,
    ridge: 5,
    featureShare: 0.5,
    seed: 1,
    monotone,
  }
  return boost(rows, pairwiseLoss(starts, right), options)
}

/** Of questions to all articles nearly every one has an answer: they say little about what has none, and are left out. */
function fitConfidence(all: readonly Judged[]): Tree[] {
  const lessons = all.filter(({ situation }) => situation !== 'open')
  const options = {
    trees: 60,
    leaves: 8,
    learningRate: 0.15,
    leastRowsInLeaf: 60,
    ridge: 5,
    featureShare: 0.6,
    seed: 2,
  }
  return boost(
    lessons.map(({ row }) => row),
    logLoss(lessons.map(({ answerable }) => answerable)),
    options,
  )
}

/** Ranks what was asked: where the first right sentence stands (from 0, -1 for nowhere), and the row for the confidence model. */
function rankAsked(ranking: readonly Tree[], one: Asked): { rank: number; lesson: Judged } {
  const scores = one.rows.map(row => evaluate(ranking, row))
  const order = scores.map((_, row) => row).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const rank = order.findIndex(row => one.right[row] === 1)
  const evidence = { ...one.search, scores: order.slice(0, 5).map(row => scores[row] ?? 0) }
  const row = confidenceFeatures(one.rows[order[0] ?? 0] ?? new Float64Array(), evidence)
  return {
    rank,
    lesson: {
      situation: one.situation,
      source: one.source,
      row,
      right: rank === 0 ? 1 : 0,
      answerable: unanswerable.has(one.situation) ? 0 : 1,
      confidence: 0,
    },
  }
}

/** Learns from all folds but one, and tries it on that one, in turn. Returns the lessons for confidence from held-out articles. */
function crossValidate(folds: number): Judged[] {
  const ids = [...dataset.sources.keys()].sort()
  const foldOf = new Map(ids.map((id, place) => [id, place % folds]))
  const lessons: Judged[] = []
  const ranks = new Map<SituationName, number[]>()
  for (let fold = 0; fold < folds; fold++) {
    const outside = ({ source }: Question) => foldOf.get(source) !== fold
    const sources = new Map([...all.sources].filter(([id]) => foldOf.get(id) !== fold))
    const taught = { sources, questions: all.questions.filter(outside) }
    const ranking = fitRanking(askToLearn(taught, dataset.questions.filter(outside)))
    useLexicon(parseLexicon(learnLexicon(taught, about)))
    const heldOut = dataset.questions.filter(question => !outside(question))
    for (const { rank, lesson } of askAll(heldOut, judged, one => rankAsked(ranking, one))) {
      lessons.push(lesson)
      ranks.set(lesson.situation, [...(ranks.get(lesson.situation) ?? []), rank])
    }
    console.log(`fold ${fold + 1} of ${folds}`)
    printRanks(ranks)
  }
  for (let fold = 0; fold < folds; fold++) {
    const confidence = fitConfidence(lessons.filter(({ source }) => foldOf.get(source) !== fold))
    for (const lesson of lessons)
      if (foldOf.get(lesson.source) === fold) lesson.confidence = evaluate(confidence, lesson.row)
  }
  printVerdicts(lessons)
  return lessons
}

function printRanks(ranks: ReadonlyMap<SituationName, readonly number[]>): void {
  for (const [name, list] of ranks) {
    const share = (test: (rank: number) => boolean) => ((100 * list.filter(test).length) / list.length).toFixed(1)
    const within = (top: number) => share(rank => rank >= 0 && rank < top)
    const reciprocal =
      (100 * list.reduce((sum, rank) => sum + (rank >= 0 && rank < 10 ? 1 / (rank + 1) : 0), 0)) / list.length
    const figures = `R@1 ${within(1)}  R@3 ${within(3)}  R@5 ${within(5)}  R@10 ${within(10)}  MRR@10 ${reciprocal.toFixed(1)}`
    console.log(`  held out, ${name}: ${list.length} questions: ${figures}`)
  }
}

function writeModels(lessons: readonly Judged[]): void {
  const write = (name: string, model: unknown) => {
    const file = new URL(`../../../src/retrieval/${name}`, import.meta.url)
    writeFileSync(
      file,
      `${JSON.stringify(model, null, 1).replace(/\n\s+(?=-?[\d.]+(?:e-?\d+)?,?\n|-?[\d.]+(?:e-?\d+)?,?$)|\n\s+(?=\])/gm, '')}\n`,
    )
  }
  const ranking = fitRanking(askToLearn(all, all.questions))
  const lexicon = learnLexicon(all, about)
  write('query/lexicon.json', lexicon)
  write('ranking/ranking-model.json', {
    about,
    features: featureNames,
    trees: round(ranking),
  })
  write('ranking/confidence-model.json', { about, trees: round(fitConfidence(lessons)), ...calibrate(lessons) })
}

function round(fitted: readonly Tree[]): Tree[] {
  return fitted.map(tree => ({ ...tree, value: tree.value.map(value => Number(value.toPrecision(4))) }))
}
