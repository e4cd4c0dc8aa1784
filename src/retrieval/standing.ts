/** Puts sentences that answer nothing by themselves behind those that do; which ones these are, the caller knows. */

/**
 * `passage`: a sentence that may stand alone. `heading`: what heads the paragraph after it, which is shown in its place. `aside`: a link, a
 * caption, a credit.
 */
export type Standing = 'passage' | 'heading' | 'aside'

type Placed = { readonly sourceId: string; readonly paragraph: number }

/**
 * The ranked in their order, but that the best sentence of a paragraph takes the place of its heading where that ranks higher, and that
 * headings and asides come last.
 */
export function byStanding<Ranked>(
  ranked: readonly Ranked[],
  placeOf: (one: Ranked) => Placed,
  standingOf: (place: Placed) => Standing,
): readonly Ranked[] {
  const places = ranked.map(placeOf)
  const standings = places.map(standingOf)
  if (standings.every(standing => standing === 'passage')) return ranked
  const first = new Set<Ranked>()
  ranked.forEach((one, rank) => {
    const [place, standing] = [places[rank], standings[rank]]
    if (standing === 'passage') first.add(one)
    if (standing !== 'heading' || place === undefined) return
    const headed = places.findIndex(
      (other, at) =>
        standings[at] === 'passage' && other.sourceId === place.sourceId && other.paragraph === place.paragraph + 1,
    )
    const instead = ranked[headed]
    if (instead !== undefined) first.add(instead)
  })
  return [...first, ...ranked.filter(one => !first.has(one))]
}
