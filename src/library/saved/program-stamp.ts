/** Tells one version of the program from the next, as far as that decides how files are read and indexed. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

let stamp: Promise<string> | null = null

/** What `computeStamp` gives, computed once: the code of a running program does not change. */
export function programStamp(): Promise<string> {
  stamp ??= computeStamp()
  return stamp
}

/** A hash over the code that reads and indexes, over the versions of its libraries, and over the tables of words that Node brings. */
async function computeStamp(): Promise<string> {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([process.versions.icu, process.versions.unicode, process.versions.node]))
  hash.update(await readFile(join(root, 'package-lock.json')).catch(() => 'none'))
  for (const folder of [
    'src/article',
    'src/formats',
    'src/quotations',
    'src/folder',
    'src/retrieval',
    'src/library',
    'src/work',
  ]) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
    const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
    for (const path of paths.sort()) hash.update(path.slice(root.length)).update(await readFile(path))
  }
  return hash.digest('hex')
}
