/** What a button or menu carries in its custom id: what it does, for whom, and the view it stands under. Acting on it is left to `clicks.ts`. */
import { CUSTOM_ID } from './limits.ts'

/**
 * What a message shows, as far as it cannot be read off the message itself: enough to show it again after a restart.
 * Ids are those of `passage-id.ts`; what was asked stands in the message (see `request.ts`). Pages are counted from 0.
 */
export type View =
  | {
      readonly kind: 'passages'
      readonly passages: readonly string[]
      readonly position: number
      /** How often the passage was drawn out. */
      readonly growth: number
      /** Whether the passages are near misses. */
      readonly nearest: boolean
      /** Whether only one article was searched. */
      readonly within: boolean
    }
  | { readonly kind: 'quotations'; readonly article: string | null; readonly page: number }
  /** One quotation: the passage in whose sentence it begins, and how many characters into it. */
  | { readonly kind: 'quotation'; readonly passage: string; readonly offset: number }
  | { readonly kind: 'articles'; readonly page: number }
  | { readonly kind: 'article'; readonly article: string }
  | { readonly kind: 'reading'; readonly article: string; readonly version: string; readonly page: number }
  /** An upload that waits to be added; `replace` says whether the person was told that it takes another's place. */
  | { readonly kind: 'draft'; readonly id: string; readonly replace: boolean }
  /** All that a server has, which shall be deleted. */
  | { readonly kind: 'server' }
  /** An article of the server's own that shall be removed. */
  | { readonly kind: 'removal'; readonly article: string; readonly version: string }

/** What a click asks for; the letter stands in the custom id, and so must never change its meaning. */
const verbs = {
  previous: 'b',
  next: 'n',
  more: 'm',
  read: 'r',
  share: 's',
  remove: 'x',
  open: 'o',
  card: 'c',
  add: 'y',
  take: 'z',
  cancel: 'k',
  ask: 'q',
  other: 'h',
  menu: 'v',
} as const
/** `menu`: what the chosen option says; `other`: the same question of another article. */
export type Verb = keyof typeof verbs
const verbNames: readonly Verb[] = [
  'previous',
  'next',
  'more',
  'read',
  'share',
  'remove',
  'open',
  'card',
  'add',
  'take',
  'cancel',
  'ask',
  'other',
  'menu',
]

/** A click's meaning. `asker` is the id of the person whose answer it is. */
export type Click = { readonly verb: Verb; readonly asker: string; readonly view: View }

const PASSAGE_ID_LENGTH = 12

/**
 * A custom id of at most 100 characters: verb, asker and view, separated by full stops, which no part contains.
 * @throws RangeError when the view does not fit: a bug, since views are made to.
 */
export function formatCustomId({ verb, asker, view }: Click): string {
  const id = [verbs[verb], BigInt(asker).toString(36), ...formatView(view)].join('.')
  if (id.length > CUSTOM_ID) throw new RangeError(`expected a custom id of at most ${CUSTOM_ID} characters, got ${id}`)
  return id
}

/** The verb that a menu's option names; null when it names none. */
export function verbNamed(name: string | null): Verb | null {
  return verbNames.find(verb => verb === name) ?? null
}

/** The meaning of a custom id; null when it is not one of ours, or of a version that wrote them otherwise. */
export function parseCustomId(id: string): Click | null {
  const [letter, asker, ...rest] = id.split('.')
  const verb = verbNames.find(name => verbs[name] === letter)
  const view = parseView(rest)
  if (verb === undefined || view === null || asker === undefined || !/^[0-9a-z]{1,13}$/.test(asker)) return null
  return { verb, asker: fromBase36(asker), view }
}

function formatView(view: View): string[] {
  switch (view.kind) {
    case 'passages': {
      const flags = (view.nearest ? 1 : 0) + (view.within ? 2 : 0)
      return ['p', `${flags}`, view.position.toString(36), view.growth.toString(36), view.passages.join('')]
    }
    case 'quotations':
      return ['q', view.page.toString(36), view.article ?? '']
    case 'quotation':
      return ['u', view.offset.toString(36), view.passage]
    case 'articles':
      return ['l', view.page.toString(36)]
    case 'article':
      return ['a', view.article]
    case 'reading':
      return ['t', view.page.toString(36), view.article, view.version]
    case 'draft':
      return ['d', view.replace ? '1' : '0', view.id]
    case 'server':
      return ['v']
    case 'removal':
      return ['g', view.article, view.version]
  }
}

function parseView([letter, ...fields]: readonly string[]): View | null {
  const [first = '', second = '', third = '', fourth = ''] = fields
  switch (letter) {
    case 'p': {
      const passages = fourth === '' ? [] : fourth.match(new RegExp(`.{${PASSAGE_ID_LENGTH}}`, 'g'))
      if (!/^[0-3]$/.test(first) || !isNumber(second) || !isNumber(third) || passages === null) return null
      const [position, growth] = [Number.parseInt(second, 36), Number.parseInt(third, 36)]
      return { kind: 'passages', passages, position, growth, nearest: /[13]/.test(first), within: /[23]/.test(first) }
    }
    case 'q':
      return isNumber(first) ? { kind: 'quotations', page: Number.parseInt(first, 36), article: second || null } : null
    case 'u':
      return isNumber(first) && second !== ''
        ? { kind: 'quotation', passage: second, offset: Number.parseInt(first, 36) }
        : null
    case 'l':
      return isNumber(first) ? { kind: 'articles', page: Number.parseInt(first, 36) } : null
    case 'a':
      return first === '' ? null : { kind: 'article', article: first }
    case 't':
      return isNumber(first)
        ? { kind: 'reading', page: Number.parseInt(first, 36), article: second, version: third }
        : null
    case 'd':
      return /^[01]$/.test(first) && second !== '' ? { kind: 'draft', id: second, replace: first === '1' } : null
    case 'v':
      return { kind: 'server' }
    case 'g':
      return first === '' || second === '' ? null : { kind: 'removal', article: first, version: second }
    default:
      return null
  }
}

function isNumber(text: string): boolean {
  return /^[0-9a-z]{1,6}$/.test(text)
}

/** Ids are 64-bit numbers, which `Number` cannot hold. */
function fromBase36(text: string): string {
  let value = 0n
  for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36))
  return value.toString()
}
