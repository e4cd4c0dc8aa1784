/** The text of one revision of an article, known to the writer that is killed and to the one who looks afterwards. */

const words = 'The river rose again in the night and the bridge stayed closed. '

/** Up to 40 KB, so that a write takes one step or many. */
export function textOf(slug: string, revision: number): string {
  return `---\nheadline: ${slug} ${revision}\n---\n\n${words.repeat(1 + ((revision * 7919) % 600))}Revision ${revision}.\n`
}
