/**
 * Checks a test set that is made, not typed: every quotation of a corpus, untouched and changed in known ways, and sentences of
 * articles that were held back. Then the time of a check among 100,000 sentences.
 *   node --import tsx test/bench/made-claims.ts --data DIR [--show N] [--sentences N]
 * DIR holds articles/*.txt. Prints a table; exits with 1 when an untouched quotation is not verbatim, or a changed one is.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CheckAnswer } from '../../src/answer/answer.ts'
import { check } from '../../src/answer/check/check.ts'
import { type Article, slice } from '../../src/article/article.ts'
import { splitParagraphs } from '../../src/article/paragraphs.ts'
import { loadCorpus } from '../../src/folder/load.ts'
import { createLibrary, type Library } from '../../src/library/library.ts'
import { quotationsOf } from '../../src/library/quotations-of.ts'

type Verdict = CheckAnswer['verdict']
type Claim = {
  readonly kind: string
  readonly quote: string
  readonly speaker: string | null
  readonly wanted: readonly Verdict[]
  /** What else the answer must say. */
  readonly says?: (answer: CheckAnswer) => boolean
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    show: { type: 'string', default: '0' },
    sentences: { type: 'string', default: '100000' },
  },
})
if (values.data === undefined) throw new Error('expected --data DIR')
const { articles } = await loadCorpus(resolve(join(values.data, 'articles')))
const random = createRandom(7)
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]

// Every fourth article is held back: its sentences are what nobody printed.
const kept = articles.filter((_, index) => index % 4 !== 0)
const heldBack = articles.filter((_, index) => index % 4 === 0)
const library = createLibrary(kept, new Date(0))
const claims = [...madeFromQuotations(), ...madeByJoining(), ...madeFromHeldBack()]
const wrong = score(library, claims)
timeChecks(Number(values.sentences))
process.exitCode = wrong > 0 ? 1 : 0

function madeFromQuotations(): Claim[] {
  const vocabulary = [...new Set(kept.flatMap(({ body }) => body.match(/\b[a-z]{5,9}\b/g) ?? []))]
  const speakers = [...new Set(kept.flatMap(article => quotationsOf(article).flatMap(({ speaker }) => speaker ?? [])))]
  return kept.flatMap(article =>
    quotationsOf(article).flatMap(({ parts, speaker }) => {
      const quote = parts.map(part => slice(article, part)).join(' ')
      const words = quote.split(/\s+/)
      const untouched: Claim = { kind: 'untouched', quote, speaker: null, wanted: ['verbatim'] }
      if (words.length < 5) return [untouched]
      const other = pick(speakers.filter(name => !name.split(' ').some(part => speaker?.includes(part))))
      const swapped: Claim[] =
        speaker === null || other === undefined ? [] : [{ ...untouched, kind: 'speaker swapped', speaker: other }]
      return [
        untouched,
        ...swapped,
        ...creditedWrongly(article, untouched, parts.length === 1),
        ...changed(words, vocabulary),
      ]
    }),
  )
}

/** The words as printed under an outlet that did not print them; and one half of a sentence. */
function creditedWrongly(article: Article, untouched: Claim, isUnbroken: boolean): Claim[] {
  const outlets = new Set(kept.flatMap(({ outlet }) => outlet ?? []))
  outlets.delete(article.outlet ?? '')
  const other = pick([...outlets])
  const claims: Claim[] = []
  if (other !== undefined && article.outlet !== null) {
    const quote = `${other}: “${untouched.quote}”`
    const isElsewhere = kept.some(({ outlet, body }) => outlet === other && body.includes(untouched.quote))
    if (!isElsewhere)
      claims.push({ ...untouched, kind: 'wrong outlet', quote, says: ({ credit }) => credit.outletFits === false })
    const right = `${article.outlet}: “${untouched.quote}”`
    claims.push({ ...untouched, kind: 'right outlet', quote: right, says: ({ credit }) => credit.outletFits === true })
  }
  const [sentence = ''] = untouched.quote.split(/(?<=[.!?])\s/)
  const words = sentence.split(/\s+/)
  if (words.length >= 10 && isUnbroken) {
    const quote = words.slice(0, Math.floor(words.length / 2)).join(' ')
    claims.push({ ...untouched, kind: 'half a sentence', quote, says: answer => answer.isPartOfSentence })
  }
  return claims
}

/** Halves of two quotations of different articles as one. */
function madeByJoining(): Claim[] {
  const long = kept.flatMap(article =>
    quotationsOf(article).flatMap(({ parts }) => {
      const words = parts
        .map(part => slice(article, part))
        .join(' ')
        .split(/\s+/)
      return words.length < 14 ? [] : [{ article, words }]
    }),
  )
  return long.flatMap(({ article, words }, at): Claim[] => {
    const other = long[(at + 7) % long.length]
    if (other === undefined || other.article === article) return []
    const quote = [...words.slice(0, 7), ...other.words.slice(-7)].join(' ')
    const says = ({ spliced }: CheckAnswer): boolean => spliced?.passage.article === other.article
    return [{ kind: 'joined from two', quote, speaker: null, wanted: ['spliced'], says }]
  })
}

function changed(words: readonly string[], vocabulary: readonly string[]): Claim[] {
  const claim = (kind: string, list: readonly string[], wanted: Verdict): Claim[] =>
    list.join(' ') === words.join(' ') ? [] : [{ kind, quote: list.join(' '), speaker: null, wanted: [wanted] }]
  const places = (is: RegExp): number[] => words.flatMap((word, at) => (is.test(word) ? [at] : []))
  const count = 1 + Math.floor(random() * Math.min(4, words.length - 4))
  const from = 1 + Math.floor(random() * (words.length - count - 2))
  const plain = pick(places(/^[a-z]{4,}$/i))
  const auxiliary = pick(places(/^(?:is|are|was|were|will|would|can|could|should|have|has|had|do|did)$/i))
  const negation = pick(places(/^(?:not|never)$/i))
  const number = pick(places(/\d/))
  const comma = pick(places(/\w,$/).filter(at => at < words.length - 1))
  return [
    ...(comma === undefined
      ? []
      : claim('a comma lost', words.with(comma, (words[comma] ?? '').slice(0, -1)), 'verbatim').map(lost => ({
          ...lost,
          says: ({ differences }: CheckAnswer) => differences.some(({ weight }) => weight === 'punctuation'),
        }))),
    ...claim('words left out', words.toSpliced(from, count), 'shortened'),
    ...(plain === undefined
      ? []
      : claim('one word changed', words.with(plain, pick(vocabulary) ?? 'gooseberry'), 'altered')),
    ...(auxiliary === undefined || /not/.test(words[auxiliary + 1] ?? '')
      ? []
      : claim('negation added', words.toSpliced(auxiliary + 1, 0, 'not'), 'altered')),
    ...(negation === undefined ? [] : claim('negation removed', words.toSpliced(negation, 1), 'altered')),
    ...(number === undefined
      ? []
      : claim(
          'number changed',
          words.with(
            number,
            (words[number] ?? '').replace(/\d/g, digit => `${(Number(digit) + 3) % 10}`),
          ),
          'altered',
        )),
  ]
}

function madeFromHeldBack(): Claim[] {
  return heldBack.flatMap(article =>
    article.paragraphs.flatMap(({ sentences }) =>
      sentences.flatMap((sentence): Claim[] => {
        const quote = slice(article, sentence)
        const isElsewhere = kept.some(({ body }) => body.includes(quote.slice(0, 40)))
        if (quote.split(' ').length < 6 || isElsewhere) return []
        return [{ kind: 'absent', quote: quote.replace(/["“”]/g, ''), speaker: null, wanted: ['not-found'] }]
      }),
    ),
  )
}

/** Prints a line for each kind; returns how many promises were broken: untouched not verbatim, or changed and verbatim. */
function score(held: Library, made: readonly Claim[]): number {
  let left = Number(values.show)
  let broken = 0
  let right = 0
  const rows = new Map<string, { n: number; right: number }>()
  for (const { kind, quote, speaker, wanted, says } of made) {
    const answer = check(held, { quote, speaker })
    const { verdict } = answer
    const row = rows.get(kind) ?? { n: 0, right: 0 }
    rows.set(kind, row)
    row.n++
    if (wanted.includes(verdict) && (says?.(answer) ?? true)) {
      row.right++
      right++
    } else if (left-- > 0) console.log(`${kind}: wanted ${wanted.join(' or ')}, got ${verdict}: ${quote.slice(0, 120)}`)
    const mayBeVerbatim = wanted.includes('verbatim')
    if (mayBeVerbatim !== (verdict === 'verbatim')) broken++
  }
  for (const [kind, row] of rows) {
    console.log(`${kind.padEnd(20)} ${String(row.n).padStart(5)}  right ${((100 * row.right) / row.n).toFixed(1)} %`)
  }
  console.log(`all ${made.length}: right ${((100 * right) / made.length).toFixed(2)} %; promises broken: ${broken}`)
  return broken
}

function timeChecks(sentences: number): void {
  const large = createLibrary([...kept, ...inventArticles(sentences)], new Date(0))
  // A running bot finds quotations ahead of time, see warm-up.ts.
  for (const article of large.articles.values()) quotationsOf(article)
  const sample = claims.filter((_, index) => index % Math.ceil(claims.length / 400) === 0)
  for (const { quote } of sample.slice(0, 30)) check(large, { quote, speaker: null })
  const cpuBefore = process.cpuUsage()
  const times = sample.map(({ quote, speaker }) => {
    const startedAt = performance.now()
    check(large, { quote, speaker })
    return performance.now() - startedAt
  })
  const cpu = process.cpuUsage(cpuBefore)
  const cpuMs = (cpu.user + cpu.system) / 1000 / times.length
  times.sort((a, b) => a - b)
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)
  console.log(
    `${large.index.sentenceCount} sentences, ${times.length} checks: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; processor time ${cpuMs.toFixed(1)} ms on average`,
  )
}

/** Articles of sentences whose words are drawn from the real ones as often as they occur there. */
function inventArticles(sentences: number): Article[] {
  const words = articles.flatMap(({ body }) => body.match(/[\p{L}\p{N}’']+/gu) ?? [])
  const sentence = (): string =>
    `${Array.from({ length: 8 + Math.floor(random() * 24) }, () => pick(words)).join(' ')}.`
  const perArticle = 40
  return Array.from({ length: Math.ceil(sentences / perArticle) }, (_, index): Article => {
    const body = Array.from({ length: perArticle / 4 }, () => Array.from({ length: 4 }, sentence).join(' ')).join(
      '\n\n',
    )
    const unknown = { outlet: null, byline: null, published: null, dateline: null, url: null, standfirst: null }
    return {
      slug: `invented-${index}`,
      headline: `Invented ${index}`,
      ...unknown,
      language: 'en',
      edition: null,
      body,
      paragraphs: splitParagraphs(body),
    }
  })
}

/** Numbers from 0 to 1, the same in every run (mulberry32, T. Ettinger). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
