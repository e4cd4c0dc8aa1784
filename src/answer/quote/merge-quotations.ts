/** One quotation in several articles, perhaps cut differently, becomes one that lists all its attributions. */
import type { Article } from '../../article/article.ts'
import type { Quotation } from '../../article/quotation.ts'
import type { Copy } from '../answer.ts'
import { attribute } from '../attribution.ts'
import { isPartOf, likenessOf, speakersFit, type Wording, wordingOfQuotation } from '../copies/fingerprint.ts'

type Placed = { readonly article: Article; readonly quotation: Quotation }

/** A quotation, and where else the same person's words are printed, or a part of them. */
export type MergedQuotation<Found extends Placed> = { readonly found: Found; readonly copies: readonly Copy[] }

type Group<Found extends Placed> = { found: Found; wording: Wording; copies: Copy[] }

/** Of so many quotations for each one wanted, copies are looked for: those beyond are rarely turned to. */
const lookedAt = 4
/** Shorter ones are phrases that somebody may have used twice. */
const fewestWords = 5
const gram = 3

/**
 * The best `limit` quotations in their order, each once. The words shown are those of the best of its copies, or of a longer cut
 * further down: never is somebody's sentence shown shorter than the articles have it. `merged` is how many are listed as copies.
 */
export function mergeQuotations<Found extends Placed>(
  ranked: readonly Found[],
  limit: number,
): { readonly quotations: readonly MergedQuotation<Found>[]; readonly merged: number } {
  const groups = new Groups<Found>()
  let seen = 0
  for (const found of ranked) {
    if (seen >= limit * lookedAt && groups.count >= limit) break
    groups.add(found)
    seen += 1
  }
  return { quotations: groups.list().slice(0, limit), merged: seen - groups.count }
}

class Groups<Found extends Placed> {
  /** Null where a longer cut has taken a group in. */
  readonly #groups: (Group<Found> | null)[] = []
  readonly #byWords = new Map<string, number[]>()
  count = 0

  add(found: Found): void {
    const wording = wordingOfQuotation(found.article, found.quotation)
    const isLong = wording.evened.kept.length >= fewestWords
    const own: Group<Found> = { found, wording, copies: [] }
    const met = isLong ? this.#metWith(wording) : []
    const longer = met.find(({ group }) => likenessIn(group.wording, wording) !== null)
    if (longer !== undefined) {
      longer.group.copies.push(copyOf(found, likenessIn(longer.group.wording, wording) ?? 'part'))
      return
    }
    const shorter = met.filter(({ group }) => likenessIn(wording, group.wording) !== null)
    const at = shorter[0]?.at ?? this.#groups.length
    this.#groups[at] = shorter.reduce((longest, { group }) => takeIn(longest, group), own)
    for (const { at: taken } of shorter.slice(1)) this.#groups[taken] = null
    this.count += 1 - shorter.length
    if (isLong) for (const key of gramsOf(wording)) this.#note(key, at)
  }

  #note(key: string, at: number): void {
    const places = this.#byWords.get(key)
    if (places === undefined) this.#byWords.set(key, [at])
    else places.push(at)
  }

  list(): readonly Group<Found>[] {
    return this.#groups.filter(group => group !== null)
  }

  /** The groups that share three words in a row with this wording, the best first. */
  #metWith(wording: Wording): { readonly at: number; readonly group: Group<Found> }[] {
    const places = new Set([...gramsOf(wording)].flatMap(key => this.#byWords.get(key) ?? []))
    return [...places]
      .sort((a, b) => a - b)
      .flatMap(at => {
        const group = this.#groups[at]
        return group == null ? [] : [{ at, group }]
      })
  }
}

/** How the words of `shown` stand to those of `other`, which may be fewer; null when both are to be read. */
function likenessIn(shown: Wording, other: Wording): Copy['likeness'] | null {
  if (shown.article === other.article || !speakersFit(shown.speaker, other.speaker)) return null
  return likenessOf(shown, other) ?? (isPartOf(other, shown) ? 'part' : null)
}

function takeIn<Found extends Placed>(longer: Group<Found>, shorter: Group<Found>): Group<Found> {
  const copies = [
    copyOf(shorter.found, 'part'),
    ...shorter.copies.map(copy => ({ ...copy, likeness: 'part' as const })),
  ]
  return { ...longer, copies: [...longer.copies, ...copies] }
}

function copyOf({ article, quotation }: Placed, likeness: Copy['likeness']): Copy {
  return {
    article,
    attribution: attribute(article, quotation.paragraph, quotation),
    printed: quotation.parts,
    likeness,
  }
}

/** Each once, though the words repeat themselves. */
function gramsOf({ evened: { kept } }: Wording): ReadonlySet<string> {
  return new Set(kept.slice(0, 1 - gram).map((_, at) => kept.slice(at, at + gram).join(' ')))
}
