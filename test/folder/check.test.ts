import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeFault } from '../../src/errors.ts'
import { checkCorpus, findStrays, warningsOf } from '../../src/folder/check.ts'
import { loadCorpus } from '../../src/folder/load.ts'
import { formatArticle } from '../../src/formats/article-text.ts'
import { flood, makeArticle } from '../support/articles.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-check-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('checkCorpus', () => {
  it('names every fault and warning with file and line, in the order of the files', async () => {
    writeFileSync(join(folder, 'bad.md'), '---\nheadline: Flood\npublished: May\nnope: 1\n---\n\nIt rained.\n')
    writeFileSync(
      join(folder, 'short.txt'),
      '---\nheadline: A stub\noutlet: The Post\nlanguage: en\n---\n\nTo read on, subscribe.\n',
    )
    writeFileSync(join(folder, 'photo.jpg'), '')
    writeFileSync(join(folder, 'README.md'), 'What this folder is.')
    mkdirSync(join(folder, 'old'))
    const findings = checkCorpus(await loadCorpus(folder), await findStrays(folder), '2024-06-01')
    expect(
      findings.map(
        finding => `${finding.severity} ${describeFault({ ...finding, path: finding.path.slice(folder.length + 1) })}`,
      ),
    ).toEqual([
      'fault bad.md:3: expected `published` to be a date like 2024-05-01, got `May`',
      expect.stringMatching(/^fault bad\.md:4: expected one of headline, .* got the key `nope`$/),
      expect.stringMatching(/^warning old: .* got a folder: it is not read$/),
      expect.stringMatching(/^warning photo\.jpg: .* got another file: it is not read$/),
      'warning short.txt: expected `byline` and `published`, got none',
      'warning short.txt: expected at least 3 sentences, got 1',
    ])
  })

  it('names a story that is there twice, at the later file', async () => {
    for (const name of ['a.txt', 'b.txt'])
      writeFileSync(join(folder, name), formatArticle({ ...flood, slug: name.slice(0, 1) }))
    const findings = checkCorpus(await loadCorpus(folder), [], '2024-06-01')
    expect(findings).toEqual([
      {
        path: join(folder, 'b.txt'),
        line: null,
        message: 'expected a story of its own, got 100 % of the text that `a` has',
        severity: 'warning',
      },
    ])
  })

  it('names a story that many files tell once, at the last of them', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
      writeFileSync(join(folder, `${name}.txt`), formatArticle({ ...flood, slug: name }))
    const [finding, ...others] = checkCorpus(await loadCorpus(folder), [], '2024-06-01')
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      path: join(folder, 'g.txt'),
      message:
        'expected a story of its own, got the text that `a` (100 %), `b` (100 %), `c` (100 %), `d` (100 %), `e` (100 %) and 1 more have',
    })
  })

  it('warns of a file that looks cut off', async () => {
    writeFileSync(join(folder, 'a.txt'), formatArticle(flood).trimEnd().slice(0, -5))
    const [finding] = checkCorpus(await loadCorpus(folder), [], '2024-06-01')
    expect(finding).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('expected a whole article'),
    })
  })

  it('names the article among several in one file', async () => {
    writeFileSync(join(folder, 'feed.jsonl'), '{"slug":"a","body":"One."}\n{"slug":"b","body":"Two."}\n')
    const findings = checkCorpus(await loadCorpus(folder), [], '2024-06-01')
    expect(findings.filter(({ message }) => message.includes('`outlet`')).map(({ message }) => message)).toEqual([
      'a: expected `headline`, `outlet`, `byline`, `published` and `language`, got none',
      'b: expected `headline`, `outlet`, `byline`, `published` and `language`, got none',
    ])
  })
})

describe('warningsOf', () => {
  it('has nothing to say about a whole article', () => {
    expect(warningsOf(flood, '2024-06-01')).toEqual([])
  })

  it('doubts a date in the future, and a headline that only the file name gave', () => {
    const article = makeArticle('One. Two. Three.', { slug: 'a-b', headline: 'a b', published: '2024-06-02' })
    expect(warningsOf(article, '2024-06-01')).toEqual([
      'expected `headline`, `outlet` and `byline`, got none',
      'expected `published` to be no later than today, got 2024-06-02',
    ])
  })
})
