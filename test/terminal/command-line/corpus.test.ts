/** `npm run corpus` in a process: its streams, its exit codes, and what it leaves on the disk. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../../../src/terminal/command-line/arguments.ts'
import { runCorpus } from '../../../src/terminal/command-line/corpus.ts'
import { type CommandLine, openCommandLine, type Run } from '../../support/command-line.ts'
import { createFeedSite } from '../../support/feed-site.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** One process for all lines; one of its own for those with another environment. */
let line: CommandLine
beforeAll(() => {
  line = openCommandLine()
})
afterAll(() => line.stop())

function run(...words: string[]): Promise<Run> {
  return line.run(['corpus', ...words])
}

async function runWith(environment: Readonly<Record<string, string>>, ...words: string[]): Promise<Run> {
  const other = openCommandLine(environment)
  const ran = await other.run(['corpus', ...words])
  await other.stop()
  return ran
}

const text =
  '---\nheadline: Flood in Marbach\noutlet: The Valley Post\npublished: 2024-05-01\nlanguage: en\n---\n\nThe river rose. "Run," said Ilse Brandt. They ran.\n'

describe('npm run corpus', () => {
  it('adds, lists, checks and removes', async () => {
    const corpus = join(folder, 'corpus')
    writeFileSync(join(folder, 'flood.txt'), text)
    const added = await run('add', join(folder, 'flood.txt'), '--corpus', corpus, '--json')
    expect(added).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(added.stdout)).toMatchObject({
      article: 'flood',
      path: join(corpus, 'flood.txt'),
      replaced: false,
      warnings: ['expected `byline`, got none'],
    })
    expect((await run('list', '--corpus', corpus)).stdout).toBe(
      [
        'SLUG   OUTLET           DATE        SENTENCES  QUOTATIONS  LANGUAGE',
        'flood  The Valley Post  2024-05-01          3           1  en',
        '',
      ].join('\n'),
    )
    expect(await run('check', '--corpus', corpus)).toEqual({
      code: 0,
      stdout: `${join(corpus, 'flood.txt')}: warning: expected \`byline\`, got none\n1 article, 0 faults, 1 warning\n`,
      stderr: '',
    })
    expect(await run('remove', 'flood', '--corpus', corpus)).toMatchObject({ code: 0, stderr: '' })
    expect(readdirSync(corpus)).toEqual([])
  })

  it('adds what it can, says what it cannot, and exits 1', async () => {
    const corpus = join(folder, 'corpus')
    writeFileSync(join(folder, 'flood.txt'), text)
    writeFileSync(join(folder, 'bad.md'), '---\nnope: \u001b[31mred\n---\n\nText.\n')
    const { code, stdout, stderr } = await run(
      ...['add', join(folder, 'bad.md'), join(folder, 'none.txt'), join(folder, 'flood.txt'), '--corpus', corpus],
    )
    expect(code).toBe(1)
    expect(stdout).toBe(`added ${join(corpus, 'flood.txt')}: Flood in Marbach\n`)
    expect(stderr).toContain('bad.md:2: expected one of headline')
    expect(stderr).toContain('none.txt: expected a file, got nothing there')
    expect(stderr).not.toContain('\u001b')
    expect(readdirSync(corpus)).toEqual(['flood.txt'])
  })

  it('adds a page by its link once, after showing what was read of it', async () => {
    const story = '<p>The river rose by two metres on Wednesday night, said the mayor, and forty families left.</p>'
    let headline = 'Flood in Marbach'
    const server = createServer((_request, response) => {
      const html = `<!doctype html><title>${headline}</title><article><h1>${headline}</h1>${story.repeat(3)}</article>`
      response.setHeader('content-type', 'text/html').end(html)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/flood`
    const corpus = join(folder, 'corpus')
    const allowed = { ALLOW_PRIVATE_ADDRESSES: 'yes' }
    try {
      const refused = await run('add', url, '--corpus', corpus)
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toContain('leads into a private network')
      const added = await runWith(allowed, 'add', url, '--corpus', corpus)
      expect(added.stdout).toContain(`Flood in Marbach\n${url}\n\nThe river rose by two metres`)
      expect(added.stdout).toContain(`added ${join(corpus, 'flood-in-marbach.txt')}: Flood in Marbach\n`)
      expect(added.stderr).toContain('expected `outlet`, `byline` and `published`, got none')
      headline = 'Flood in Marbach: forty families left'
      const again = await runWith(allowed, 'add', `${url}/?utm_source=x`, '--corpus', corpus)
      expect(again).toMatchObject({ code: 1 })
      expect(again.stderr).toContain('expected a new article')
      const corrected = await runWith(allowed, 'add', url, '--replace', '--corpus', corpus)
      expect(corrected.stdout).toContain('replaced ')
      expect(readdirSync(corpus)).toEqual(['flood-in-marbach.txt'])
    } finally {
      server.close()
    }
  }, 30_000)

  it('follows a feed, reads it again, and follows it no longer', async () => {
    const corpus = join(folder, 'corpus')
    const allowed = { ALLOW_PRIVATE_ADDRESSES: 'yes' }
    const site = await createFeedSite()
    const entry = { id: 'a', path: '/a', title: 'Otter seen', words: '“It ate my herring,” said Walter Quill.' }
    site.entries = [entry]
    try {
      const followed = await runWith(allowed, 'follow', `${site.url}/`, '--corpus', corpus)
      expect(followed).toEqual({ code: 0, stdout: `follows ${site.feedUrl}: The Quay, 1 article\n`, stderr: '' })
      expect(readdirSync(corpus)).toEqual(['.feeds', 'feeds.opml', 'otter-seen.txt'])
      expect((await run('check', '--corpus', corpus)).stdout).not.toContain('feeds.opml')
      site.entries = [{ ...entry, id: 'b', path: '/b', title: 'Ferry late', words: 'The ferry was late.' }, entry]
      const fetched = await runWith(allowed, 'fetch', '--json', '--corpus', corpus)
      expect(JSON.parse(fetched.stdout)).toMatchObject({ added: ['ferry-late'], replaced: [], problem: null })
      site.answer = (_request, response) => {
        response.writeHead(500).end()
        return true
      }
      const failed = await runWith(allowed, 'fetch', '--corpus', corpus)
      expect(failed).toMatchObject({ code: 1, stdout: '' })
      expect(failed.stderr).toContain('but the status 500.')
      const gone = await run('unfollow', site.feedUrl, '--corpus', corpus)
      expect(gone).toMatchObject({ code: 0, stderr: '' })
      expect(await run('fetch', '--corpus', corpus)).toEqual({ code: 0, stdout: '', stderr: '' })
    } finally {
      await site.close()
    }
  }, 60_000)

  it('replaces an article only when told', async () => {
    writeFileSync(join(folder, 'flood.txt'), text)
    const words = ['add', join(folder, 'flood.txt'), '--corpus', join(folder, 'corpus')]
    await run(...words)
    const { code, stderr } = await run(...words)
    expect(code).toBe(1)
    expect(stderr).toContain('expected a new article, got one called `flood` as flood.txt has\n(--replace puts')
    expect((await run(...words, '--replace')).stdout).toContain('replaced ')
  })

  // A folder in which nobody can write, whoever runs the tests.
  it.runIf(existsSync('/proc/self/fdinfo'))('offers no replacing where the disk is what failed', async () => {
    writeFileSync(join(folder, 'flood.txt'), text)
    const { code, stderr } = await run('add', join(folder, 'flood.txt'), '--corpus', '/proc/self/fdinfo')
    expect(code).toBe(1)
    expect(stderr).toContain('nothing was added')
    expect(stderr).not.toContain('--replace')
  })

  it('adds all of a feed or nothing of it, and takes single articles out of one', async () => {
    const corpus = join(folder, 'corpus')
    const feed = ['a', 'b', 'c'].map(slug => JSON.stringify({ slug, headline: slug, body: `The story of ${slug}.` }))
    writeFileSync(join(folder, 'flood.txt'), text)
    writeFileSync(join(folder, 'b.txt'), text)
    writeFileSync(join(folder, 'feed.jsonl'), feed.join('\n'))
    await run('add', join(folder, 'b.txt'), '--corpus', corpus)
    const added = await run(...['add', join(folder, 'feed.jsonl'), join(folder, 'flood.txt'), '--corpus', corpus])
    expect(added.code).toBe(1)
    expect(added.stdout).toBe(`added ${join(corpus, 'flood.txt')}: Flood in Marbach\n`)
    expect(added.stderr).toContain('expected a new article, got one called `b` as b.txt has\n')
    expect(added.stderr).toContain(`(of the 3 articles in ${join(folder, 'feed.jsonl')}, none was added)\n`)
    expect(readdirSync(corpus).sort()).toEqual(['b.txt', 'flood.txt'])

    writeFileSync(join(corpus, 'wire.jsonl'), `${feed.filter(line => !line.includes('"b"')).join('\n')}\n`)
    expect(await run('remove', 'a', '--corpus', corpus)).toEqual({
      code: 0,
      stdout: `removed \`a\` from ${join(corpus, 'wire.jsonl')}, which keeps 1 article\n`,
      stderr: '',
    })
    expect(readFileSync(join(corpus, 'wire.jsonl'), 'utf8')).toBe(`${feed[2]}\n`)
  })

  it('names the files that cannot be read when an article to be removed is not found', async () => {
    writeFileSync(join(folder, 'bad.md'), '---\npublished: May\n---\n\nText.\n')
    const { code, stdout, stderr } = await run('remove', 'nobody', '--corpus', folder)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('expected an article called `nobody`, got none')
    expect(stderr).toContain('bad.md:2: expected `published` to be a date')
  })

  it('exits 1 on a fault, with one JSON object a line', async () => {
    writeFileSync(join(folder, 'bad.md'), '---\npublished: May\n---\n\nText.\n')
    const { code, stdout } = await run('check', '--corpus', folder, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ severity: 'fault', path: join(folder, 'bad.md'), line: 2 })
  })

  it('exits 1 where there is no folder', async () => {
    expect(await run('list', '--corpus', join(folder, 'none'))).toMatchObject({ code: 1, stdout: '' })
  })

  it.each([[[]], [['sing']], [['add']], [['remove']], [['list', 'x']], [['list', '--replace']], [['list', '--loud']]])(
    'makes no sense of %j',
    async words => {
      await expect(runCorpus(words)).rejects.toThrow(UsageError)
    },
  )

  it('reads files in the order given and changes nothing', async () => {
    const [flood, feed, none] = ['flood.txt', 'two.json', 'none.txt'].map(name => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(flood, text)
    writeFileSync(feed, JSON.stringify([{ body: 'One.' }, { body: 'Two.' }]))
    const before = readdirSync(folder)
    const { code, stdout } = await run('read', feed, none, flood, '--json')
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(code).toBe(1)
    expect(lines).toEqual([
      { file: feed, articles: [expect.objectContaining({ body: 'One.' }), expect.objectContaining({ body: 'Two.' })] },
      { file: none, faults: ['expected a file, got nothing there'] },
      {
        file: flood,
        articles: [
          {
            slug: 'flood',
            headline: 'Flood in Marbach',
            standfirst: null,
            outlet: 'The Valley Post',
            byline: null,
            published: '2024-05-01',
            dateline: null,
            url: null,
            language: 'en',
            body: 'The river rose. "Run," said Ilse Brandt. They ran.',
          },
        ],
      },
    ])
    expect(readdirSync(folder)).toEqual(before)
  })

  it('reads a file for people', async () => {
    writeFileSync(join(folder, 'flood.txt'), text)
    expect(await run('read', join(folder, 'flood.txt'))).toEqual({
      code: 0,
      stdout:
        'Flood in Marbach\nThe Valley Post · 2024-05-01\n\nThe river rose. "Run," said Ilse Brandt. They ran.\n\n',
      stderr: '',
    })
  })
})
