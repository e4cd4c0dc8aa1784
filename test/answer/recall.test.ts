import { describe, expect, it } from 'vitest'
import { ask } from '../../src/answer/ask/ask.ts'
import { gatherPassage } from '../../src/answer/passage.ts'
import { growPassage, type PassagesWanted, recallPassages } from '../../src/answer/recall.ts'
import { createLibrary } from '../../src/library/library.ts'
import { findArticleById, findPassage } from '../../src/library/lookup/find-by-id.ts'
import { articleId, passageId, versionId } from '../../src/library/lookup/passage-id.ts'
import { flood, lighthouse, makeArticle, makeLibrary } from '../support/articles.ts'

const question = 'Who wants to rebuild the bridge of Marbach?'

function wantedOf(library = makeLibrary()): PassagesWanted {
  const { kind, passages } = ask(library, question, { limit: 3, article: null, grouping: 'paragraph' })
  return {
    passages: passages.map(({ id }) => id),
    position: 0,
    growth: 0,
    nearest: kind === 'nearest',
    within: false,
    question,
  }
}

describe('passage ids', () => {
  it('are twelve characters that a custom id takes, one for each sentence', () => {
    const ids = [flood, lighthouse].flatMap(article =>
      article.paragraphs.flatMap(({ sentences }) => sentences.map(sentence => passageId(article, sentence))),
    )
    for (const id of ids) expect(id).toMatch(/^[\w-]{12}$/)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('tell apart a sentence that is printed twice', () => {
    const article = makeArticle('It rained. It rained.\n\nIt rained.')
    const sentences = article.paragraphs.flatMap(paragraph => paragraph.sentences)
    const library = createLibrary([article], new Date(0))
    for (const sentence of sentences)
      expect(findPassage(library, passageId(article, sentence))).toMatchObject({ sentence })
  })

  it('find their sentence in another library, wherever it stands by then', () => {
    const before = makeArticle('One came. Two left.')
    const after = makeArticle('Nobody slept.\n\nTwo left. One came.')
    const sentence = before.paragraphs[0]?.sentences[1] ?? { start: 0, end: 0 }
    const found = findPassage(createLibrary([after], new Date(0)), passageId(before, sentence))
    expect(found).toMatchObject({ kind: 'passage', paragraph: 2, sentence: { start: 15, end: 24 } })
  })

  it('say when the article changed, and when it is gone', () => {
    const [sentence = { start: 0, end: 0 }] = flood.paragraphs[0]?.sentences ?? []
    const id = passageId(flood, sentence)
    expect(findPassage(makeLibrary([{ ...lighthouse, slug: 'flood' }]), id).kind).toBe('changed')
    expect(findPassage(makeLibrary([lighthouse]), id).kind).toBe('gone')
    expect(findPassage(makeLibrary(), '').kind).toBe('gone')
  })

  it('name articles by their slug, and versions by their words', () => {
    expect(findArticleById(makeLibrary(), articleId(flood))?.slug).toBe('flood')
    expect(articleId({ ...flood, headline: 'Another' })).toBe(articleId(flood))
    expect(versionId(flood)).not.toBe(versionId(makeArticle(`${flood.body} More.`)))
  })
})

describe('recallPassages', () => {
  it('gives the answer once more, to the letter', () => {
    const library = makeLibrary()
    const first = ask(library, question, { limit: 3, article: null, grouping: 'paragraph' })
    const { answer, lost } = recallPassages(library, wantedOf(library))
    expect(lost).toBeNull()
    expect(answer.passages).toEqual(first.passages)
    expect(answer.kind).toBe(first.kind)
  })

  it('gives the passages without marks when the question is not known any more', () => {
    const { answer } = recallPassages(makeLibrary(), { ...wantedOf(), question: null })
    expect(answer.passages.map(({ id }) => id)).toEqual(wantedOf().passages)
    expect(answer.passages.flatMap(({ matches }) => matches)).toEqual([])
  })

  it('leaves out what is gone, and shows the nearest to it', () => {
    const wanted = wantedOf()
    const ids = [
      ...wanted.passages,
      passageId(lighthouse, lighthouse.paragraphs[0]?.sentences[0] ?? { start: 0, end: 0 }),
    ]
    const { answer, position, lost } = recallPassages(makeLibrary([flood]), {
      ...wanted,
      passages: ids,
      position: ids.length - 1,
    })
    expect(lost).toBe('gone')
    expect(answer.passages).toHaveLength(ids.length - 1)
    expect(position).toBe(ids.length - 2)
  })
})

describe('growPassage', () => {
  it('draws out to whole paragraphs, then by one on each side, up to the whole article', () => {
    const article = makeArticle('A one. B two.\n\nC three. D four.\n\nE five. F six. G seven. H eight.\n\nI nine.')
    const passage = gatherPassage(article, { paragraph: 2, sentence: 1 }, 0, () => [])
    const text = (times: number): string => {
      const { start, end } = growPassage(passage, times, () => [])
      return article.body.slice(start, end)
    }
    expect([0, 1, 2, 3, 9].map(text)).toEqual([
      'F six.',
      'E five. F six. G seven. H eight.',
      'C three. D four.\n\nE five. F six. G seven. H eight.\n\nI nine.',
      'A one. B two.\n\nC three. D four.\n\nE five. F six. G seven. H eight.\n\nI nine.',
      'A one. B two.\n\nC three. D four.\n\nE five. F six. G seven. H eight.\n\nI nine.',
    ])
  })
})
