/** Questions with a false premise: none is answered as found, and what is not there is named. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../src/answer/ask/ask.ts'
import type { AskOptions } from '../../src/answer/ask/ask-options.ts'
import { loadCorpus } from '../../src/folder/load.ts'
import { createLibrary, type Library } from '../../src/library/library.ts'
import { makeArticle } from '../support/articles.ts'

const options: AskOptions = { limit: 3, article: null, grouping: 'paragraph' }
const strike = makeArticle(
  [
    'Bus drivers in the port of Ansbeck walked out on Monday over night shifts, and 46 of 60 routes stood still.',
    'The transport company Rolla Lines had offered a rise of three per cent in March, said Mara Lindqvist, who leads the union.',
    '"We were promised shorter nights," she said. "We got longer ones."',
    'The mayor, Piet Hoorn, asked both sides to return to the table before the fair opens on 12 May.',
  ].join('\n\n'),
  { slug: 'strike', headline: 'Bus drivers walk out in Ansbeck', outlet: 'The Ansbeck Mail' },
)
let library: Library

beforeAll(async () => {
  const { articles } = await loadCorpus(join(import.meta.dirname, '../../corpus'))
  library = createLibrary([...articles, strike], new Date())
})

describe('a question with a false premise', () => {
  it.each([
    ['How many people were detained in Paris?', 'Paris'],
    ['How many people were detained in Warsaw?', 'Warsaw'],
    ['who shot navalny', 'shot'],
    ['When was Navalny poisoned?', 'poisoned'],
    ['who did peskov marry', 'marry'],
    ['did Biden visit Moscow', 'visit'],
    ['Why did Macron accuse the US embassy of interference?', 'Macron'],
    ['What did Merkel say about Navalny?', 'Merkel'],
    ['When did Trump congratulate Biden on his victory?', 'Trump'],
    ['Were 5,000 demonstrators detained in Moscow?', '5,000'],
    ['Was Biden elected in 2016?', '2016'],
    ['Did the embassy of China send a demonstration alert?', 'China'],
    ['Which rights does Ottawa support?', 'Ottawa'],
    ['Did Reuters report what Peskov said?', 'Reuters'],
    ['Were 77 violations investigated by prosecutors?', '77'],
    ['What did Lavrov say about the dialogue with Washington?', 'Lavrov'],
    ['Did Zakharova blame the embassy of Germany?', 'Germany'],
    ['Where did bus drivers in Hamburg walk out?', 'Hamburg'],
    ['Did 99 of 60 routes stand still?', '99'],
    ['What did the mayor Jan de Vries ask both sides?', 'Vries'],
    ['Did Rolla Lines offer a rise of 12.5 per cent?', '12.5'],
    ['Why was Mara Lindqvist poisoned?', 'poisoned'],
    ['Who assassinated Piet Hoorn?', 'assassinated'],
    ['Why did Navalny divorce his wife?', 'divorce'],
  ])('%s', (question, missing) => {
    const { kind, uncovered } = ask(library, question, options)
    expect(kind).not.toBe('found')
    expect(uncovered).toContain(missing)
  })
})

describe('what is left open', () => {
  it.each([
    'hey does anyone know how many people were detained in Moscow?',
    'can someone please tell me who the Kremlin spokesman is, thanks',
    'wait so did bus drivers actually walk out in Ansbeck',
    'What did WION report about the Kremlin?',
  ])('is nothing for fillers, politeness and the outlet: %s', question => {
    expect(ask(library, question, options).uncovered).toEqual([])
  })

  it('is said in a form that stands for the word', () => {
    expect(ask(library, 'How many people were arrested in Moscow?', options).uncovered).toEqual([])
  })
})
