/** From a folder of articles to a library, for one run of a command. */

import { readConfig } from '../../config.ts'
import { CorpusError } from '../../errors.ts'
import { loadCorpus } from '../../folder/load.ts'
import { createLibrary, type Library } from '../../library/library.ts'

/** @throws CorpusError with every fault of the folder; a program that starts on half a corpus would not be honest. */
export async function openLibrary(directory: string | undefined): Promise<Library> {
  const corpus = await loadCorpus(directory ?? readConfig(process.env).corpusDir)
  if (corpus.faults.length > 0) throw new CorpusError(corpus.faults)
  return createLibrary(corpus.articles, new Date())
}
