import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listArticleFiles, loadCorpus, readArticleFiles } from '../../src/folder/load.ts'
import { readNewArticles } from '../../src/folder/new-article.ts'
import { openFolder, removeArticle, storeArticles } from '../../src/folder/store.ts'

let root = ''
let folder = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-store-'))
  folder = join(root, 'corpus')
})
afterEach(() => rmSync(root, { recursive: true }))

const filesOf = async () => new Map((await readArticleFiles(folder, await listArticleFiles(folder))).files)

/** Adds the file `name` with this text, as the command line does. */
async function add(name: string, text: string | Uint8Array, replace = false): Promise<string[]> {
  const path = join(root, name)
  writeFileSync(path, text)
  await openFolder(folder)
  const made = await readNewArticles(path)
  return (await storeArticles(folder, await filesOf(), made, { replace })).map(({ article }) => article.slug)
}

const pasted = `Bridge over the Lenn reopens

By Jo Hart

May 2, 2024

The old bridge over the river Lenn opened again on Thursday, a year after the flood had closed it to all traffic in town.

"I crossed it first," said Ilse Brandt.
`

describe('adding', () => {
  it('copies a file with front matter as it stands, under its own name', async () => {
    const text = '---\nheadline: Flood # a note\noutlet: The Valley Post\n---\n\n# Title\n\nIt *rained*.\n'
    expect(await add('Flood Report.md', text)).toEqual(['flood-report'])
    expect(readFileSync(join(folder, 'flood-report.md'), 'utf8')).toBe(text)
  })

  it('writes what it recognised in a pasted text as front matter, under the headline', async () => {
    expect(await add('paste.txt', pasted)).toEqual(['bridge-over-the-lenn-reopens'])
    const { articles, faults } = await loadCorpus(folder)
    expect(faults).toEqual([])
    expect(articles[0]).toMatchObject({ byline: 'Jo Hart', published: '2024-05-02', paragraphs: { length: 2 } })
    expect(readFileSync(join(folder, 'bridge-over-the-lenn-reopens.txt'), 'utf8')).toMatch(
      /^---\nheadline: Bridge over/,
    )
  })

  it('reads a saved page, and leaves its scripts behind', async () => {
    const html = `<html lang="en"><head><meta property="og:title" content="A page"><meta property="og:site_name" content="Harbour News">
      </head><body><article><h1>A page</h1><script>alert(1)</script><p onclick="alert(2)">${'The lighthouse was sold on Monday. '.repeat(20)}</p></article></body></html>`
    expect(await add('page.html', html)).toEqual(['a-page'])
    expect(readFileSync(join(folder, 'a-page.txt'), 'utf8')).not.toContain('alert')
    expect((await loadCorpus(folder)).articles[0]).toMatchObject({ headline: 'A page', outlet: 'Harbour News' })
  })

  it('makes a file of each article of a feed, and keeps the names that it gives', async () => {
    const feed = [
      { headline: 'Rain', body: 'It rained.' },
      { headline: 'Rain', body: 'It rained again.' },
      { slug: 'own-name', headline: 'Sun', body: 'It shone.' },
    ]
    expect(await add('feed.jsonl', feed.map(item => JSON.stringify(item)).join('\n'))).toEqual([
      'rain',
      'rain-2',
      'own-name',
    ])
    expect(readdirSync(folder).sort()).toEqual(['own-name.txt', 'rain-2.txt', 'rain.txt'])
  })

  it('keeps words in any encoding to the letter', async () => {
    await add('latin.txt', Buffer.from('---\nheadline: Caf\xe9\n---\n\n\x93Caf\xe9\x94 costs \x80 5.\n', 'latin1'))
    expect((await loadCorpus(folder)).articles[0]?.body).toBe('“Café” costs € 5.')
  })

  it('overwrites nothing unless told', async () => {
    await add('a.txt', '---\n---\n\nThe first.\n')
    await expect(add('a.txt', '---\n---\n\nThe second.\n')).rejects.toThrow(/got one called `a` as a\.txt has/)
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toContain('The first.')
    await add('a.txt', '---\n---\n\nThe second.\n', true)
    expect((await loadCorpus(folder)).articles.map(({ body }) => body)).toEqual(['The second.'])
  })

  it('replaces a file of another ending without leaving it behind', async () => {
    await add('a.md', '---\nheadline: A\n---\n\nThe first.\n')
    await add('a.txt', '---\nheadline: A\n---\n\nThe second.\n', true)
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it('replaces one article among several of a feed, and leaves the others there', async () => {
    await openFolder(folder)
    writeFileSync(join(folder, 'feed.jsonl'), '{"slug":"a","body":"One."}\n{"slug":"b","body":"Two."}\n')
    await add('a.txt', '---\n---\n\nThree.\n', true)
    expect(readFileSync(join(folder, 'feed.jsonl'), 'utf8')).toBe('{"slug":"b","body":"Two."}\n')
    const { articles, faults } = await loadCorpus(folder)
    expect([articles.map(({ body }) => body), faults]).toEqual([['Three.', 'Two.'], []])
  })

  it('adds all articles of a feed or none, and names every one whose place is taken', async () => {
    await add('b.txt', '---\n---\n\nMine.\n')
    await add('c.txt', '---\n---\n\nMine.\n')
    const feed = ['a', 'b', 'c'].map(slug => JSON.stringify({ slug, body: `New ${slug}.` })).join('\n')
    await expect(add('feed.jsonl', feed)).rejects.toThrow(/called `b` as b\.txt has\n.*called `c` as c\.txt has/)
    expect(readdirSync(folder).sort()).toEqual(['b.txt', 'c.txt'])
    expect(await add('feed.jsonl', feed, true)).toEqual(['a', 'b', 'c'])
    expect((await loadCorpus(folder)).articles.map(({ body }) => body)).toEqual(['New a.', 'New b.', 'New c.'])
  })

  it('adds none of a feed when one name turns out to be taken at the last moment', async () => {
    await openFolder(folder)
    writeFileSync(join(root, 'feed.jsonl'), '{"slug":"a","body":"One."}\n{"slug":"b","body":"Two."}\n')
    const made = await readNewArticles(join(root, 'feed.jsonl'))
    const files = await filesOf()
    writeFileSync(join(folder, 'b.txt'), '---\n---\n\nTheirs.\n')
    await expect(storeArticles(folder, files, made, { replace: false })).rejects.toThrow(/expected a new article/)
    expect(readdirSync(folder)).toEqual(['b.txt'])
    expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toContain('Theirs.')
  })

  it.each([
    ['utf8', '---\nheadline: A\n---\n\nThe river rose', '\n'],
    ['utf16le', '\uFEFF---\nheadline: A\n---\n\nThe river rose.', '\n'],
    ['utf8', '---\nheadline: A\n---\n\nThe river rose.\n', ''],
  ] as const)(
    'ends what it copies in %s with a line, so that nobody takes it for cut off',
    async (encoding, text, end) => {
      const [slug] = await add('a.txt', Buffer.from(text, encoding))
      expect(readFileSync(join(folder, `${slug}.txt`)).equals(Buffer.from(text + end, encoding))).toBe(true)
    },
  )

  it('does not overwrite a file that came between reading the folder and writing', async () => {
    await openFolder(folder)
    writeFileSync(join(root, 'a.txt'), '---\n---\n\nMine.\n')
    const [made] = await readNewArticles(join(root, 'a.txt'))
    const files = await filesOf()
    writeFileSync(join(folder, 'a.txt'), '---\n---\n\nTheirs.\n')
    if (made === undefined) throw new Error('expected an article')
    await expect(storeArticles(folder, files, [made], { replace: false })).rejects.toThrow(/expected a new article/)
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toContain('Theirs.')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it.each([
    ['nothing there', 'none.txt', null],
    ['an ending that nobody reads', 'photo.jpg', 'x'],
    ['a README', 'README.md', 'x'],
    ['a hidden file', '.secret.txt', 'x'],
    ['nothing in it', 'empty.txt', ''],
    ['binary data', 'a.txt', '\0\u0001\u0002'],
    ['a name without end', `${'x'.repeat(5000)}.txt`, null],
  ])('refuses %s, and writes nothing', async (_what, name, text) => {
    await openFolder(folder)
    if (text !== null) writeFileSync(join(root, name), text)
    await expect(readNewArticles(join(root, name))).rejects.toThrow(/expected/)
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses folders, pipes and devices without waiting for them', async () => {
    mkdirSync(join(root, 'folder.txt'))
    execFileSync('mkfifo', [join(root, 'pipe.txt')])
    symlinkSync('/dev/zero', join(root, 'zero.txt'))
    for (const name of ['folder.txt', 'pipe.txt', 'zero.txt']) {
      await expect(readNewArticles(join(root, name)), name).rejects.toThrow(/expected/)
    }
  })

  it.each(['CON.txt', 'C:\\evil.txt', 'aux.md', 'ta\tb\u001b[31m.txt', 'Über Straße.txt', '語.txt'])(
    'gives %j a harmless name inside the folder',
    async name => {
      const [slug] = await add(name, '---\nheadline: A\n---\n\nA body.\n')
      expect(readdirSync(folder).map(file => file.replace(/\.\w+$/, ''))).toEqual([slug])
      expect(slug).toMatch(/^[\p{L}\p{N}-]+$/u)
      expect((await loadCorpus(folder)).articles[0]?.slug).toBe(slug)
    },
  )
})

describe('leftovers', () => {
  it('of ended processes go; those of running ones stay, and none is read', async () => {
    await openFolder(folder)
    const child = execFileSync(process.execPath, ['-e', 'console.log(process.pid)'], { encoding: 'utf8' }).trim()
    for (const id of [child, `${process.ppid}`]) writeFileSync(join(folder, `.a.txt.${id}-0123456789ab.tmp`), 'half')
    writeFileSync(join(folder, '.mine.tmp'), 'not ours')
    await add('a.txt', '---\n---\n\nA body.\n')
    expect(readdirSync(folder).sort()).toEqual([`.a.txt.${process.ppid}-0123456789ab.tmp`, '.mine.tmp', 'a.txt'].sort())
    expect((await loadCorpus(folder)).articles).toHaveLength(1)
  })
})

describe('removing', () => {
  it('removes the file of a slug', async () => {
    await add('a.txt', '---\n---\n\nA body.\n')
    const removed = await removeArticle(folder, await filesOf(), 'a')
    expect(removed.article?.body).toBe('A body.')
    expect(existsSync(removed.path)).toBe(false)
  })

  it('removes a file that cannot be read, by its name', async () => {
    await openFolder(folder)
    writeFileSync(join(folder, 'Bad.md'), '---\nnope: 1\n---\n\nText.\n')
    expect(await removeArticle(folder, await filesOf(), 'bad')).toMatchObject({ article: null })
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses what is not there', async () => {
    await openFolder(folder)
    writeFileSync(join(folder, 'feed.jsonl'), '{"slug":"a","body":"One."}\n{"slug":"b","body":"Two."}\n')
    for (const slug of ['none', '../corpus/feed', 'constructor', '__proto__', 'feed'])
      await expect(removeArticle(folder, await filesOf(), slug)).rejects.toThrow(/got none/)
    expect(readdirSync(folder)).toEqual(['feed.jsonl'])
  })

  it('takes one article out of a feed, and the feed away with its last', async () => {
    await openFolder(folder)
    const feed = join(folder, 'feed.jsonl')
    writeFileSync(feed, '{"slug":"a","body":"One."}\n{"body":"Two."}\n{"body":"Three."}\n')
    const files = await filesOf()
    expect(await removeArticle(folder, files, 'feed-2')).toMatchObject({
      path: feed,
      left: 2,
      article: { body: 'Two.' },
    })
    expect(readFileSync(feed, 'utf8')).toBe('{"slug":"a","body":"One."}\n{"slug": "feed-3", "body":"Three."}\n')
    expect(await removeArticle(folder, files, 'a')).toMatchObject({ left: 1 })
    expect((await loadCorpus(folder)).articles.map(({ slug }) => slug)).toEqual(['feed-3'])
    expect(await removeArticle(folder, files, 'feed-3')).toMatchObject({ left: 0 })
    expect(readdirSync(folder)).toEqual([])
  })
})
