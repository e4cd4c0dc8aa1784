/** Names what differs between a claim and the print, the differences that turn a meaning around first. */
import { lacksApostrophe, type Step, type Token } from './align.ts'

/** What kind of word was touched; null for any other. In the order in which they are named. */
export type Weight = 'negation' | 'number' | 'name' | 'modal' | 'punctuation' | null

/** One place where claim and print part. `claimed` is empty for words left out, `printed` for words put in. */
export type Difference = {
  readonly kind: 'changed' | 'added' | 'left-out'
  readonly weight: Weight
  readonly claimed: string
  readonly printed: string
  /** True for words left out where the claim says so itself, by "…" or brackets. */
  readonly marked: boolean
}

const NEGATIONS = new Set(
  'not no never none nobody nothing nowhere neither nor without cannot hardly scarcely barely'.split(' '),
)
const MODALS = new Set(
  `will would shall should can could may might must ought cannot won't wouldn't shan't shouldn't can't couldn't mightn't mustn't
needn't need'nt i'll you'll he'll she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd`.split(/\s+/),
)
const NUMBER_WORDS = new Set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half twice double triple first second third`.split(
    /\s+/,
  ),
)
/** Auxiliaries that are left out together with a negation: "did not", "has never been". */
const HELPERS = new Set('do does did is are was were be been am has have had to'.split(' '))
/** Prefixes that make a word say the contrary. */
const CONTRARY = new Set('un in im il ir dis non non- mis anti anti-'.split(' '))
const ORDER: readonly Weight[] = ['negation', 'number', 'name', 'modal', null, 'punctuation']

type Hunk = { readonly claimed: Token[]; readonly printed: Token[]; readonly opensSentence: boolean }

/** The differences in an alignment, weightiest first, then in the order of the text. */
export function nameDifferences(
  steps: readonly Step[],
  claim: string,
  body: string,
  markedAt: readonly number[],
): readonly Difference[] {
  const found = gatherHunks(steps).map(hunk => {
    const weight = weigh(hunk, claim, body)
    const kind = hunk.claimed.length === 0 ? 'left-out' : hunk.printed.length === 0 ? 'added' : 'changed'
    const marked = kind === 'left-out' && isMarked(hunk, steps, markedAt)
    return { kind, weight, claimed: textOf(hunk.claimed, claim), printed: textOf(hunk.printed, body), marked } as const
  })
  return found
    .map((difference, at) => ({ difference, at }))
    .sort((a, b) => ORDER.indexOf(a.difference.weight) - ORDER.indexOf(b.difference.weight) || a.at - b.at)
    .map(({ difference }) => difference)
}

/** Whether nothing but a negation, with its auxiliary, was left out: that is no shortening, it says the contrary. */
export function dropsNegation(steps: readonly Step[]): boolean {
  return gatherHunks(steps).some(({ claimed, printed }) => {
    const words = printed.filter(({ kind }) => kind === 'word').map(({ folded }) => folded)
    if (claimed.some(({ kind }) => kind === 'word')) return false
    const isBare = words.every(word => isNegation(word) || HELPERS.has(word) || MODALS.has(word))
    return isBare && words.some(isNegation)
  })
}

function gatherHunks(steps: readonly Step[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  let hunk: Hunk | null = null
  let opensSentence = true
  for (const step of steps) {
    if (step.kind === 'same') {
      hunk = null
      opensSentence = /^[.!?…]$/.test(step.printed.folded)
      continue
    }
    if (hunk === null) {
      hunk = { claimed: [], printed: [], opensSentence }
      hunks.push(hunk)
    }
    if (step.kind !== 'left-out') hunk.claimed.push(step.claimed)
    if (step.kind !== 'added') hunk.printed.push(step.printed)
    opensSentence = false
  }
  return hunks
}

function weigh(hunk: Hunk, claim: string, body: string): Weight {
  const claimed = hunk.claimed.filter(({ kind }) => kind === 'word')
  const printed = hunk.printed.filter(({ kind }) => kind === 'word')
  if (claimed.length + printed.length === 0) return 'punctuation'
  if (isPunctuationAlone(claimed, printed)) return 'punctuation'
  const differs = (is: (word: string) => boolean) => pick(claimed, is) !== pick(printed, is)
  if (differs(isNegation) || isContrary(claimed, printed)) return 'negation'
  if (differs(isNumber)) return 'number'
  if (namesIn(claimed, claim, hunk.opensSentence) !== namesIn(printed, body, hunk.opensSentence)) return 'name'
  return differs(word => MODALS.has(word)) ? 'modal' : null
}

function isPunctuationAlone(claimed: readonly Token[], printed: readonly Token[]): boolean {
  return (
    claimed.length === printed.length &&
    claimed.every((token, at) => {
      const other = printed[at]
      return other !== undefined && (token.folded === other.folded || lacksApostrophe(token, other))
    })
  )
}

function pick(tokens: readonly Token[], is: (word: string) => boolean): string {
  return tokens
    .map(({ folded }) => folded)
    .filter(is)
    .join(' ')
}

function isNegation(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't")
}

/** "appropriate" for "inappropriate": a prefix turns the word around. */
function isContrary(claimed: readonly Token[], printed: readonly Token[]): boolean {
  const pairs = claimed.flatMap(a => printed.map(b => [a.folded, b.folded].sort((x, y) => x.length - y.length)))
  return pairs.some(
    ([short = '', long = '']) => short.length > 2 && CONTRARY.has(long.slice(0, -short.length)) && long.endsWith(short),
  )
}

function isNumber(word: string): boolean {
  return /\p{N}/u.test(word) || NUMBER_WORDS.has(word)
}

/** Words with a capital that no sentence's beginning explains. */
function namesIn(tokens: readonly Token[], text: string, opensSentence: boolean): string {
  return tokens
    .filter(({ start }, at) => /^\p{Lu}/u.test(text.slice(start, start + 2)) && !(at === 0 && opensSentence))
    .map(({ folded }) => folded)
    .filter(word => !/^i(?:'|$)/.test(word))
    .join(' ')
}

function textOf(tokens: readonly Token[], text: string): string {
  const first = tokens[0]
  const last = tokens.at(-1)
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end)
}

/** Whether the claim marks an omission between the words on both sides of a gap; `markedAt` are its places in the claim. */
function isMarked(hunk: Hunk, steps: readonly Step[], markedAt: readonly number[]): boolean {
  const first = steps.findIndex(step => step.kind === 'left-out' && step.printed === hunk.printed[0])
  const before = steps.slice(0, first).findLast(step => step.kind !== 'left-out')
  const after = steps.slice(first).find(step => step.kind !== 'left-out')
  const from = before?.claimed.end ?? 0
  const to = after?.claimed.start ?? Number.POSITIVE_INFINITY
  return markedAt.some(place => place >= from && place < to)
}
