/** The version of this program, as its package says. */
import { readFileSync } from 'node:fs'

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

export const version: string =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown'

/** Where this program is kept, as its package says; null when it does not. */
export const homepage: string | null =
  typeof manifest === 'object' && manifest !== null && 'homepage' in manifest ? String(manifest.homepage) : null
