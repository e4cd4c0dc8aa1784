import { describe, expect, it } from 'vitest'
import type { FileReading } from '../../src/folder/article-file.ts'
import { doubtOf, heldBack } from '../../src/folder/unfinished.ts'
import { LiveCorpus } from '../../src/folder/watch/live-corpus.ts'
import { findEnd } from '../../src/formats/ending/file-end.ts'
import { parseFile } from '../../src/formats/parse.ts'

const head = '---\nheadline: The river\n---\n'
const story = `${head}The river rose. It closed the bridge.\n\nNobody was hurt. It fell on Sunday.\n`

async function read(text: string, path = 'corpus/river.md'): Promise<FileReading> {
  const bytes = new TextEncoder().encode(text)
  const end = findEnd(path, bytes)
  const articles = await parseFile({ path, slug: 'river', bytes })
  return { path, articles, faults: [], ...(end === null ? {} : { end }) }
}

/** What is said against a file with this text, of which the last good version had the text `before`. */
async function complaint(text: string, before: string | null = null): Promise<string | null> {
  const articles = before === null ? [] : (await read(before)).articles
  return heldBack(await read(text), articles).faults[0]?.message ?? null
}

describe('a file whose saving was broken off', () => {
  it('is held back wherever a new one stops within a sentence, and says what to do', async () => {
    const text = story.trimEnd()
    expect(await complaint(text)).toBeNull()
    expect(await complaint(text.slice(0, -1))).toBe(
      'expected a whole article, got one that ends with `…was hurt. It fell on Sunday` and no line end: ' +
        'save it again, or, if that is all of it, put a line end at its end',
    )
  })

  it('is held back at every place within a paragraph when the version before is known', async () => {
    for (let length = head.length + 1; length < story.length - 1; length += 1) {
      const cut = story.slice(0, length)
      const isAtParagraph = /bridge\.\s*$/.test(cut) || cut.endsWith('\n')
      expect((await complaint(cut, story)) === null, JSON.stringify(cut)).toBe(isAtParagraph)
    }
  })

  it('is held back when an edit before the place is new', async () => {
    const edited = story.replace('The river rose.', 'The river Lenn rose.')
    expect(await complaint(edited.slice(0, edited.indexOf(' It fell')), story)).toContain('the version before goes on')
  })

  it('is held back at a whole number of 4 KB even at a line end', async () => {
    const lines = 'The river rose.\n'.repeat(600)
    expect(await complaint(lines.slice(0, 4096), lines)).toContain('the version before goes on')
    expect(await complaint(lines.slice(0, 4112), lines)).toBeNull()
  })
})

describe('a file that is meant to be as it is', () => {
  it('is taken when its end is cut away and it ends with a line', async () => {
    expect(await complaint(`${head}The river rose.\n`, story)).toBeNull()
  })

  it('is taken when it ends as the version before did, however that is', async () => {
    expect(
      await complaint(`${head}It rained.\n\nEditing by Jo Hart`, `${head}It rained a lot.\n\nEditing by Jo Hart`),
    ).toBeNull()
  })

  it('keeps its faults', async () => {
    const bad = { path: 'a', articles: [], faults: [{ path: 'a', line: 1, message: 'bad' }] }
    expect(heldBack(bad, [])).toBe(bad)
  })

  it('is doubted only where it ends oddly', async () => {
    expect(doubtOf(await read(story))).toBeNull()
    expect(doubtOf(await read(`${head}The ri`))).toMatchObject({ path: 'corpus/river.md', line: null })
  })
})

it('is read at the start, and keeps its last good version while the folder is watched', async () => {
  const corpus = new LiveCorpus()
  const cut = await read(story.slice(0, -10))
  expect(corpus.apply([{ name: 'river.md', reading: cut }]).put).toHaveLength(1)
  const whole = await read(story)
  expect(corpus.apply([{ name: 'river.md', reading: whole }], { wary: true }).put).toEqual(whole.articles)
  expect(corpus.apply([{ name: 'river.md', reading: cut }], { wary: true })).toEqual({ put: [], remove: [] })
  expect(corpus.articles()).toEqual(whole.articles)
  expect(corpus.faults()).toHaveLength(1)
  corpus.apply([{ name: 'new.md', reading: { ...cut, path: 'corpus/new.md' } }], { wary: true })
  expect(corpus.files.get('new.md')?.articles).toEqual([])
})
