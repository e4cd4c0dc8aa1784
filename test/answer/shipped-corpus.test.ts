/** The shipped corpus: what the report answers, the bot answers from its digest, and what it does not answer, the bot does not claim to. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../src/answer/ask/ask.ts'
import type { AskOptions } from '../../src/answer/ask/ask-options.ts'
import { slice } from '../../src/article/article.ts'
import { loadCorpus } from '../../src/folder/load.ts'
import { createLibrary, type Library } from '../../src/library/library.ts'

const options: AskOptions = { limit: 3, article: null, grouping: 'paragraph' }
let library: Library

beforeAll(async () => {
  const { articles, faults } = await loadCorpus(join(import.meta.dirname, '../../corpus'))
  expect(faults).toEqual([])
  library = createLibrary(articles, new Date())
})

describe('a question that the report answers', () => {
  it.each([
    ['How many people were detained in Moscow?', '1,320'],
    ['How many people were detained in Saint Petersburg?', '490'],
    ['How many demonstrators were detained in dozens of Russian cities?', '3,324'],
    ['Who is the Kremlin spokesman?', 'Dmitry Peskov'],
    ['Who is Maria Zakharova?', 'spokeswoman of the Russian foreign ministry'],
    ['Who is Lyubov Sobol?', 'close ally of Navalny'],
    ['Who is Rebecca Ross?', 'embassy spokeswoman'],
    ['What is OVD Info?', 'monitors opposition rallies'],
    ['Which news agency reported what Peskov said?', 'Interfax'],
    ['Who were the protests held in support of?', 'Navalny'],
    ['What does Russia deny?', 'meddled in American elections'],
    ['What did Rebecca Ross say on Twitter?', 'suppressing those rights'],
    ['Which rights does Washington support?', 'freedom of expression'],
    ['What did prosecutors in St Petersburg announce?', 'violations'],
    ['Who was one of the last leaders to congratulate Biden?', 'Putin'],
    ['When was the US presidential election?', '3 November 2020'],
    ['Was the wife of Navalny released?', 'released later'],
    ['What did Zakharova accuse the embassy of?', 'routes'],
    ['What would happen if the Russian embassy sent such messages?', 'discomfort in Washington'],
    ['When was the report last updated?', '11:27 PM'],
    ['Where did the photograph come from?', 'AFP'],
    ['What was the use of force against?', 'a woman who was not identified'],
    ['How many people took to the streets?', 'tens of thousands'],
    ['What did Zakharova demand?', 'to explain themselves'],
    ['What did the US embassy send to American citizens?', 'demonstration alert'],
    ['How many people were detaned in Moscow?', '1,320'],
    ['what did the US embasy send to American citizens', 'demonstration alert'],
    ['Who is Zakarova?', 'spokeswoman of the Russian foreign ministry'],
    ['Was the wife of Navanly released?', 'released later'],
  ])('%s', (question, expected) => {
    const { kind, passages } = ask(library, question, options)
    const [best] = passages
    expect(best && slice(best.article, best)).toContain(expected)
    expect(kind).toBe('found')
  })
})

describe('a question with a misspelt word', () => {
  it.each([
    ['Navanly', 'Navalny'],
    ['Zakarova', 'Zakharova'],
    ['the embasy', 'embassy'],
    ['detaned', 'detained'],
  ])('%s', (question, word) => {
    const { reading } = ask(library, question, options)
    expect(reading.corrected.map(({ to }) => to)).toEqual([word])
  })

  it('keeps numbers and words that exist', () => {
    expect(ask(library, 'Were 1,321 people detained in Moscow or Warsaw?', options).reading.corrected).toEqual([])
  })
})

describe('a question of which no word is printed', () => {
  it('finds nothing', () => {
    expect(ask(library, 'fuck you bot', options)).toMatchObject({ kind: 'nothing-found', passages: [] })
  })
})

describe('a question that the report does not answer', () => {
  it.each([
    'What is the capital of France?',
    'How many people live in Moscow?',
    'Who is the chancellor of Germany?',
    'When was Alexei Navalny born?',
    'What is the best recipe for borscht?',
    'Who won the football match on Saturday?',
    'How old is Joe Biden?',
    'How old is Navalny?',
  ])('%s', question => {
    expect(ask(library, question, options).kind).not.toBe('found')
  })
})
