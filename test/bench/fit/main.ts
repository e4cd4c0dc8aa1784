/**
 * Fits the lexicon, the ranking model and the confidence model, and writes them into `src/retrieval/`.
 *
 *     npm run fit -- --data DIR [--data DIR…] [--every N[,N…]] [--folds N] [--keep] [--write]
 *
 * The articles are dealt into folds; what is learned from the others is tried on each, and the figures of the articles that were
 * held out are printed. `--every N` tries each N-th question only, which also teaches the confidence model. With --write the lexicon
 * and the ranking are then learned from all questions, and `npm run format` lays the files out.
 *
 * With several sets `--every` may name a number for each; `--keep` keeps the shipped ranking and lexicon and fits the confidence alone. The
 * shipped confidence is that of `--keep --every 16,3,1,2 --folds 5 --write` on two encyclopedia sets, `news-questions` and `news-quiz`, in
 * this order (`setWeights`); a hit is right when the passage that is shown for it answers (`shown.ts`).
 *
 * The shipped lexicon and ranking are those of `--every 2 --folds 3 --write` (24 November 2026, 44 encyclopedia articles, 11,864 questions). On the
 * articles held out: of all articles R@1 69.6, R@3 83.6, R@5 87.3, MRR 77.3; within one R@1 72.0; with 96 % found there, 2.2 % of the
 * questions about other articles are found, 78.1 % of those about excerpts, and 12.8 % where the answer was cut out of the excerpt.
 * Afterwards irregular forms ("sent", "send") got more weight in `related.ts`, and "take place" is read as nothing, without a new fit.
 */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { assess } from '../../../src/retrieval/assess.ts'
import { parseLexicon, useLexicon } from '../../../src/retrieval/query/lexicon.ts'
import { withMarks } from '../../../src/retrieval/query/segment-query.ts'
import { confidenceDirections, isRuledOut } from '../../../src/retrieval/ranking/confidence.ts'
import { F, FEATURES, featureNames } from '../../../src/retrieval/ranking/feature-names.ts'
import { evaluate, type Tree } from '../../../src/retrieval/ranking/model.ts'
import { loadRankingModel } from '../../../src/retrieval/ranking/models.ts'
import { boost, generator } from './boost.ts'
import { calibrate, type Judged, printVerdicts, unanswerable } from './calibrate.ts'
import { type Dataset, loadDataset, type Question } from './dataset.ts'
import { learnLexicon } from './learn-lexicon.ts'
import { logLoss, pairwiseLoss } from './losses.ts'
import { type Asked, askQuestion, onlySampled } from './rows.ts'
import { judgeShown } from './shown.ts'
import { createSituations, type SituationName, swapWord } from './situations.ts'

const ranked: readonly SituationName[] = ['open', 'within', 'excerpt']
const judged: readonly SituationName[] = ['open', 'within', 'excerpt', 'foreign', 'cutOut', 'openCut', 'swapped']

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

/** How much a question of a set counts in the confidence model; by the order of the sets. */
const setWeights = [1, 1, 6, 0.5]

/** Situations that every question is asked in; of the others each gets a third, but for small sets. */
const always: ReadonlySet<SituationName> = new Set(['open'])

/** The articles are dealt into so many parts when a lexicon is needed that has not seen them. */
const LEXICON_PARTS = 3

const { values } = parseArgs({
  options: {
    data: { type: 'string', multiple: true },
    every: { type: 'string', default: '1' },
    folds: { type: 'string', default: '4' },
    weights: { type: 'string', default: '1,1,3,1' },
    keep: { type: 'boolean', default: false },
    trees: { type: 'string', default: '150' },
    leaves: { type: 'string', default: '16' },
    write: { type: 'boolean', default: false },
  },
})
if (values.data === undefined) throw new Error('usage: npm run fit -- --data DIR [--every N] [--folds N] [--write]')
const trees = Number(values.trees)
const leaves = Number(values.leaves)
const rankingWeights = values.weights.split(',').map(Number)
/** The shipped ranking, with `--keep`: it is tried on all sets, and stays as it is, as does the lexicon. */
const kept = values.keep ? loadRankingModel().trees : null
const every = values.every.split(',').map(Number)
const sets = await Promise.all(values.data.map(loadDataset))
const names = values.data.map(folder => basename(folder))
const all: Dataset = {
  sources: new Map(sets.flatMap(({ sources }) => [...sources])),
  articles: new Map(sets.flatMap(({ articles }) => [...articles])),
  questions: sets.flatMap(({ questions }) => questions),
}
const dataset: Dataset = {
  ...all,
  questions: sets.flatMap(({ questions }, set) =>
    questions.filter((_, place) => place % (every[set] ?? every[0] ?? 1) === 0),
  ),
}
const situations = sets.map(createSituations)
const random = generator(11)
const about = `Fitted by test/bench/fit on ${dataset.questions.length} questions about ${all.sources.size} articles of the sets ${names.join(', ')}.`
const lessons = crossValidate(Number(values.folds))
if (values.write) writeModels(lessons)

/** Asks questions in the situations named, and makes something of each answer. Where nothing answers, there is nothing to cut out. */
function askAll<Made>(
  questions: readonly Question[],
  situationNames: readonly SituationName[],
  make: (asked: Asked) => Made,
): Made[] {
  return questions.flatMap((question, place) => {
    const isSmall = (sets[question.set]?.questions.length ?? 0) < 1000
    return situationNames
      .filter((name, offset) => always.has(name) || isSmall || (place + offset) % 3 === 0)
      .filter(name => name === 'open' || (question.source !== '' && (name === 'within' || question.answers.size > 0)))
      .flatMap(name => {
        const source = all.sources.get(question.source)
        const asked = name === 'swapped' && source !== undefined ? swapWord(source, question, random) : question
        const situation = situations[question.set]?.(name, question)
        return asked === null || situation === undefined ? [] : [make(askQuestion(asked, name, situation))]
      })
  })
}

/**
 * Asks `questions` of taught articles with a lexicon from the others, part by part: a lexicon knows its own articles too well,
 * and a model that learned from them would trust it more than it deserves elsewhere.
 */
function askToLearn(taught: Dataset, questions: readonly Question[]): Asked[] {
  const ids = [...taught.sources.keys()].sort()
  const partOf = new Map(['', ...ids].map((id, place) => [id, place % LEXICON_PARTS]))
  return Array.from({ length: LEXICON_PARTS }, (_, part) => {
    const other = (id: string) => partOf.get(id) !== part
    const sources = new Map([...taught.sources].filter(([id]) => other(id)))
    const lexicon = learnLexicon(
      { ...taught, sources, questions: taught.questions.filter(({ source }) => other(source)) },
      about,
    )
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
  const weights: number[] = []
  for (const one of asked) {
    if (!one.right.includes(1)) continue
    rows.push(...one.rows)
    right.push(...one.right)
    starts.push(rows.length)
    weights.push(rankingWeights[one.question.set] ?? 1)
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
  return boost(rows, pairwiseLoss(starts, right, weights), options)
}

/** The probability that the first hit answers. */
function fitConfidence(lessons: readonly Judged[]): Tree[] {
  const options = {
    trees: 80,
    leaves: 4,
    learningRate: 0.1,
    leastRowsInLeaf: 60,
    ridge: 5,
    featureShare: 0.5,
    seed: 2,
    monotone: confidenceDirections,
  }
  return boost(
    lessons.map(({ row }) => row),
    logLoss(
      lessons.map(({ right }) => right),
      lessons.map(({ weight }) => weight),
    ),
    options,
  )
}

/** Ranks what was asked: where the first right sentence stands (from 0, -1 for nowhere), and the lesson for the confidence model. */
function rankAsked(ranking: readonly Tree[], one: Asked): { rank: number; lesson: Judged | null } {
  const scores = one.rows.map(row => evaluate(ranking, row))
  const order = scores.map((_, row) => row).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const rank = order.findIndex(row => one.right[row] === 1)
  const first = one.sentences[order[0] ?? -1]
  if (first === undefined) return { rank, lesson: null }
  const { row, ...assessed } = withMarks(one.query, contextOf =>
    assess(one.index, one.query, contextOf, first, table => scoreTable(ranking, table)),
  )
  const { set, source } = one.question
  const ranked = order.flatMap(row => one.sentences[row] ?? [])
  const shown = judgeShown(all.articles, one.question, one.situation, ranked)
  const lesson = {
    situation: one.situation,
    set,
    source,
    row,
    right: rank === 0 || shown.right ? 1 : 0,
    answerable: one.question.elsewhere.size === 0 || unanswerable.has(one.situation) ? 0 : 1,
    weight: setWeights[set] ?? 1,
    ruledOut: isRuledOut(one.query, assessed) || shown.lacking,
    confidence: 0,
  }
  return { rank, lesson }
}

function scoreTable(ranking: readonly Tree[], table: Float64Array): Float64Array {
  return Float64Array.from({ length: table.length / FEATURES }, (_, row) =>
    evaluate(ranking, table.subarray(row * FEATURES, (row + 1) * FEATURES)),
  )
}

/** Learns from all folds but one, and tries it on that one, in turn. Returns the lessons for confidence from held-out articles. */
function crossValidate(folds: number): Judged[] {
  const ids = [...dataset.sources.keys()].sort()
  const foldOf = new Map(['', ...ids].map((id, place) => [id, place % folds]))
  const lessons: Judged[] = []
  const ranks = new Map<string, number[]>()
  for (let fold = 0; fold < folds; fold++) {
    const outside = ({ source }: Question) => foldOf.get(source) !== fold
    const sources = new Map([...all.sources].filter(([id]) => foldOf.get(id) !== fold))
    const taught = { ...all, sources, questions: all.questions.filter(outside) }
    const ranking = kept ?? fitRanking(askToLearn(taught, dataset.questions.filter(outside)))
    if (kept === null) useLexicon(parseLexicon(learnLexicon(taught, about)))
    const heldOut = dataset.questions.filter(question => !outside(question))
    for (const { rank, key, lesson } of askAll(heldOut, judged, one => ({
      key: keyOf(one),
      ...rankAsked(ranking, one),
    }))) {
      if (lesson !== null) lessons.push(lesson)
      if (key !== null) ranks.set(key, [...(ranks.get(key) ?? []), rank])
    }
    console.log(`fold ${fold + 1} of ${folds}`)
    printRanks(ranks)
  }
  for (let fold = 0; fold < folds; fold++) {
    const confidence = fitConfidence(lessons.filter(({ source }) => foldOf.get(source) !== fold))
    for (const lesson of lessons)
      if (foldOf.get(lesson.source) === fold) lesson.confidence = evaluate(confidence, lesson.row)
  }
  printVerdicts(lessons, names)
  return lessons
}

/** Under what a question's rank is counted; null where nothing answers. */
function keyOf({ question, situation }: Asked): string | null {
  if (question.elsewhere.size === 0 || unanswerable.has(situation)) return null
  return `${names[question.set]} ${situation}`
}

function printRanks(ranks: ReadonlyMap<string, readonly number[]>): void {
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
  if (kept === null) {
    const ranking = fitRanking(askToLearn(all, dataset.questions))
    write('query/lexicon.json', learnLexicon(all, about))
    write('ranking/ranking-model.json', { about, features: featureNames, trees: round(ranking) })
  }
  write('ranking/confidence-model.json', { about, trees: round(fitConfidence(lessons)), ...calibrate(lessons) })
}

function round(fitted: readonly Tree[]): Tree[] {
  return fitted.map(tree => ({ ...tree, value: tree.value.map(value => Number(value.toPrecision(4))) }))
}
