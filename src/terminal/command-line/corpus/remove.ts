/** `npm run corpus remove`: removes articles by their slugs. */
import { describeFault } from '../../../errors.ts'
import { removeArticle } from '../../../folder/store.ts'
import { complain, complaining, count, print, printJson, type Settings } from './print.ts'
import { read } from './read.ts'

export async function remove({ folder, json }: Settings, slugs: readonly string[]): Promise<number> {
  const corpus = await read(folder)
  const files = new Map(corpus.files)
  let exitCode = 0
  for (const slug of slugs) {
    const removed = await complaining(removeArticle(folder, files, slug), 'not-removed')
    if (removed === null) exitCode = 1
    else if (json) printJson({ article: slug, path: removed.path, headline: removed.article?.headline ?? null })
    else {
      const where = removed.left === 0 ? '' : `\`${slug}\` from `
      print(
        `removed ${where}${removed.path}${removed.left === 0 ? '' : `, which keeps ${count(removed.left, 'article')}`}`,
      )
    }
  }
  // What is not found may stand in a file that cannot be read.
  if (exitCode > 0) for (const fault of corpus.faults) complain(describeFault(fault))
  return exitCode
}
