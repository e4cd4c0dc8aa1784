/** From a folder of articles to a library, for one run of a command. */
import { createLibrary, type Library } from '../answer/library.ts'
import { readConfig } from '../config.ts'
import { loadCorpus } from '../corpus/load.ts'
import { CorpusError } from '../errors.ts'

/** @throws CorpusError with every fault of the folder; a program that starts on half a corpus would not be honest. */
export async function openLibrary(directory: string | undefined): Promise<Library> {
  const corpus = await loadCorpus(directory ?? readConfig(process.env).corpusDir)
  if (corpus.faults.length > 0) throw new CorpusError(corpus.faults)
  return createLibrary(corpus.articles, new Date())
}
