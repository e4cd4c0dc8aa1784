import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CorpusError, describeFault } from '../../src/errors.ts'
import { readArticleFile } from '../../src/folder/article-file.ts'
import { busyDisk, freeDisk } from '../../src/folder/disk/disk.ts'
import { loadCorpus } from '../../src/folder/load.ts'
import { parseFile } from '../../src/formats/parse.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-load-'))
})
afterEach(() => rm(folder, { recursive: true }))

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)
const faultsOf = async (): Promise<string[]> =>
  (await loadCorpus(folder)).faults.map(describeFault).map(fault => fault.replaceAll(`${folder}/`, ''))

describe('loadCorpus', () => {
  it('reads article files in the order of their names and passes the rest over', async () => {
    await write('b.md', '# B\n\nText of b.')
    await write('A Story.txt', '---\nheadline: A\n---\n\nText of a.')
    await write('c.html', '<html><body><h1>C</h1><p>Text of c.</p></body></html>')
    await write('.hidden.txt', 'x')
    await write('README.md', 'How to')
    await write('photo.jpg', 'x')
    await mkdir(join(folder, 'folder.txt'))
    const progress: number[] = []
    const { articles, faults } = await loadCorpus(folder, ({ done, total }) => progress.push(done, total))
    expect(articles.map(({ slug, headline }) => [slug, headline])).toEqual([
      ['a-story', 'A'],
      ['b', 'B'],
      ['c', 'C'],
    ])
    expect(faults).toEqual([])
    expect(progress).toEqual([3, 3])
  })

  it('keeps the body of a file with front matter to the letter', async () => {
    await write(
      'a.txt',
      '\uFEFF---\r\nheadline: A\r\n---\r\n\r\n  *One*  &amp; \u0065\u0301\r\ntwo <b>.\r\n\r\n---\r\n',
    )
    const { articles } = await loadCorpus(folder)
    expect(articles[0]?.body).toBe('  *One*  &amp; é\ntwo <b>.\n\n---')
  })

  it.each([
    [
      'missing',
      async () => rm(folder, { recursive: true }).then(() => mkdir(`${folder}x`)),
      'expected a folder of articles, got nothing there',
    ],
    ['empty', async () => undefined, 'expected article files (.txt, .md, .html, .json, .jsonl), got none'],
  ])('says so when the folder is %s', async (_, prepare, message) => {
    await prepare()
    await expect(loadCorpus(folder)).rejects.toThrow(`${folder}: ${message}`)
    await rm(`${folder}x`, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
  })

  it('lists the faults of every file and still gives the articles of the others', async () => {
    await write('a.txt', '---\npublished: May\nfoo: 1\n---\nText.')
    await write('b.txt', 'B\n\nText.')
    await write('b.md', '# B\n\nOther text.')
    await write('c.txt', ' \n')
    await write('d.txt', '\0\0\0\u0001')
    const { articles } = await loadCorpus(folder)
    expect(articles.map(({ slug }) => slug)).toEqual(['b'])
    expect(await faultsOf()).toEqual(
      [
        'a.txt:2: expected `published` to be a date like 2024-05-01, got `May`',
        'a.txt:3: expected one of headline, outlet, byline, published, dateline, url, standfirst, language, edition, got the key `foo`',
        'c.txt: expected an article, got no text',
        'd.txt: expected text, got binary data',
        'b.txt: expected a name of its own, got `b` as b.md has',
      ].sort((one, other) => (one < other ? -1 : 1)),
    )
  })

  it('reads no link out of the folder, no pipe, and no file beyond the limit, and waits for none of them', async () => {
    await write('a.txt', 'A\n\nText.')
    await symlink('/etc/passwd', join(folder, 'passwd.txt'))
    await symlink('/dev/zero', join(folder, 'zero.txt'))
    await symlink(join(folder, 'a.txt'), join(folder, 'b.txt'))
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    await write('huge.html', '')
    await truncate(join(folder, 'huge.html'), 2 ** 30)
    const { articles } = await loadCorpus(folder)
    expect(articles.map(({ slug }) => slug)).toEqual(['a', 'b'])
    expect(await faultsOf()).toEqual([
      'huge.html: expected at most 8 MB, got 1024 MB',
      'passwd.txt: expected a file in this folder, got a link that leads out of it',
      'pipe.txt: expected a file, got something else',
      'zero.txt: expected a file in this folder, got a link that leads out of it',
    ])
  })

  it.each([
    ['beside other work', freeDisk],
    ['in a thread of its own', busyDisk],
  ])('names a link that leads nowhere, or round in a circle, as a fault, %s', async (_, disk) => {
    await symlink(join(folder, 'gone.txt'), join(folder, 'a.txt'))
    await symlink('b.txt', join(folder, 'b.txt'))
    for (const name of ['a.txt', 'b.txt']) {
      const path = join(folder, name)
      const message = 'expected a file, got a link that leads nowhere'
      expect(await readArticleFile(folder, name, disk)).toEqual({
        path,
        articles: [],
        faults: [{ path, line: null, message }],
      })
    }
  })

  it('reads any bytes under any ending, or says what is wrong', async () => {
    const ending = fc.constantFrom('txt', 'md', 'html', 'json', 'jsonl')
    const text = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('---\n', '\n\n', 'headline: A\n', '<p>', '</p>', '{"body":"', '"}', '# ', '* '),
      ),
    )
    const bytes = fc.oneof(
      fc.uint8Array(),
      text.map(parts => new TextEncoder().encode(parts.join(''))),
    )
    await fc.assert(
      fc.asyncProperty(ending, bytes, async (ending, bytes) => {
        try {
          for (const { body, paragraphs } of await parseFile({ path: `a.${ending}`, slug: 'a', bytes })) {
            expect(paragraphs.length).toBeGreaterThan(0)
            expect(body).toBe(body.normalize('NFC'))
          }
        } catch (error) {
          expect(error).toBeInstanceOf(CorpusError)
        }
      }),
      { numRuns: 300 },
    )
  })
})
