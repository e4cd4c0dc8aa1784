/** Adds, replaces and removes articles without end, saying before and after each what it does: what `kill.ts` kills. */
import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { listArticleFiles, readArticleFiles } from '../../src/folder/load.ts'
import { type NewArticle, readNewArticles } from '../../src/folder/new-article.ts'
import { openFolder, removeArticle, storeArticles } from '../../src/folder/store.ts'
import { textOf } from './kill-article.ts'

const [folder = '', workshop = '', seed = '1'] = process.argv.slice(2)
let state = Number(seed)
/** A whole number below `limit`; the same ones for the same seed (a linear congruential generator, Knuth's constants for 32 bits). */
const random = (limit: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state % limit
}
// Straight to the pipe: what is said before a kill has been said.
const say = (line: string): number => writeSync(1, `${line}\n`)

await openFolder(folder)
const files = new Map((await readArticleFiles(folder, await listArticleFiles(folder))).files)
// Made before, so that nearly all the time goes into what the kill shall break off.
const made: NewArticle[] = []
for (let revision = Number(seed) * 100; revision % 100 < 40; revision += 1) {
  const slug = `article-${random(12)}`
  const path = join(workshop, `${slug}.txt`)
  writeFileSync(path, textOf(slug, revision))
  made.push(...(await readNewArticles(path)))
}
say('ready')
for (;;) {
  const next = made[random(made.length)]
  if (next === undefined) throw new RangeError('expected articles to write, got none')
  const { slug, headline } = next.article
  if (files.has(next.name) && random(2) === 0) {
    say(`begin ${slug} none`)
    await removeArticle(folder, files, slug)
  } else {
    say(`begin ${headline}`)
    await storeArticles(folder, files, [next], { replace: true })
  }
  say('done')
}
