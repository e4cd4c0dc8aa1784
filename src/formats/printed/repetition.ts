/** Leaves out what a page prints twice: a standfirst above its own paragraph, a pull quote beside it. */

const summaryTitle = /^(?:story |key )?(?:highlights|points|takeaways)$|^(?:at a glance|in short|summary)$/i
// Short lines, such as answers in an interview or rows of a table, may well come twice.
const leastLength = 40

/** Whether a line is the title of a page's summary of its own article, such as "Story highlights". */
export function isSummaryTitle(line: string): boolean {
  return summaryTitle.test(line.trim())
}

/**
 * The paragraphs without summary titles, each long one once. Of one that a summary repeats, the copy in its place in the article stays,
 * and the summary's is the standfirst.
 */
export function withoutRepetition(paragraphs: readonly string[]): {
  readonly paragraphs: readonly string[]
  readonly standfirst: string | null
} {
  const left = new Map<string, number>()
  for (const paragraph of paragraphs) left.set(paragraph, (left.get(paragraph) ?? 0) + 1)
  const kept: string[] = []
  const seen = new Set<string>()
  const standfirst: string[] = []
  let inSummary = false
  for (const paragraph of paragraphs) {
    const copies = left.get(paragraph) ?? 0
    if (isSummaryTitle(paragraph)) {
      inSummary = true
    } else if (inSummary && copies > 1) {
      left.set(paragraph, copies - 1)
      standfirst.push(paragraph)
    } else {
      inSummary = false
      if (paragraph.length < leastLength || !seen.has(paragraph)) kept.push(paragraph)
      seen.add(paragraph)
    }
  }
  return { paragraphs: kept, standfirst: standfirst.length === 0 ? null : standfirst.join(' ') }
}
