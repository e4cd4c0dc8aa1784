/** Article files for benchmarks: generated sentences, ten to an article, each file whole only with its first and its last line. */
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../../src/article/article.ts'
import { generateCorpus, sentencesOf } from './search-corpus.ts'

const SENTENCES = 10

export type ArticleFiles = {
  readonly count: number
  readonly questions: readonly string[]
  /** The text of a file in one of its versions. */
  readonly text: (number: number, version: number) => string
}

export function generateFiles(count: number): ArticleFiles {
  const { sources, questions } = generateCorpus(count * SENTENCES)
  const all = [...sentencesOf(sources)]
  const text = (number: number, version: number): string => {
    const from = (number % count) * SENTENCES
    const sentences = all.slice(from, from + SENTENCES)
    const [one, two] = [sentences.slice(0, 5).join(' '), sentences.slice(5).join(' ')]
    return `---\nheadline: Report ${number}, version ${version}\noutlet: Bench Post\nlanguage: en\n---\n${one}\n\n${two}\n\nEnd of version ${version}.\n`
  }
  return { count, questions: questions.map(question => question.text), text }
}

export const fileName = (number: number): string => `report-${String(number).padStart(6, '0')}.txt`

/** Whether an article is one version of its file from the first line to the last. */
export function isWhole({ headline, body }: Article): boolean {
  const version = /version (\d+)$/.exec(headline)?.[1]
  return version !== undefined && body.endsWith(`End of version ${version}.`)
}

export async function writeFiles(folder: string, files: ArticleFiles): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (let start = 0; start < files.count; start += 100) {
    const numbers = Array.from({ length: Math.min(100, files.count - start) }, (_, at) => start + at)
    await Promise.all(numbers.map(number => writeFile(join(folder, fileName(number)), files.text(number, 0))))
  }
}

/** Writes as editors and copiers do that do not care who reads: in pieces, with a pause between. */
export function writeInPieces(path: string, text: string, pauseMs: number): void {
  const stream = createWriteStream(path)
  const half = Math.floor(text.length / 2)
  stream.write(text.slice(0, half))
  setTimeout(() => stream.end(text.slice(half)), pauseMs)
}
