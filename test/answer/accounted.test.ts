/** What an article accounts for in other forms is never said to be missing. */
import { describe, expect, it } from 'vitest'
import { ask } from '../../src/answer/ask/ask.ts'
import { makeArticle, makeLibrary } from '../support/articles.ts'

describe('nothing is left open', () => {
  it.each([
    ['Who did the officer shoot?', 'A Russian officer shot three men in Leeds.'],
    ['Where did the officer shoot 3 men?', 'A Russian officer shot three men in Leeds.'],
    ['Where did the officer shoot three men?', 'A Russian officer shot 3 men in Leeds.'],
    ['Who taught the children?', 'Ada Brook teaches every child in the village.'],
    ['Did the officer of Russia shoot?', 'A Russian officer shot three men in Leeds.'],
    ['Who did the French president meet?', 'The president of France met the German chancellor.'],
    ['How did the British army react?', "Britain's army reacted with an attack."],
    ['Why did the Dutch minister resign?', 'The minister of the Netherlands resigned over a scandal.'],
    ['When did the Swiss bank fall?', 'The bank in Switzerland fell on Friday.'],
    ['Did the Spanish team win?', 'Spain won the final; its team was happy.'],
    ['What did the IAEA find in Iran?', 'The International Atomic Energy Agency found uranium in Iran.'],
    ['What did the International Atomic Energy Agency find?', 'The IAEA found uranium in Iran.'],
    ['How many people did NATO kill?', 'The North Atlantic Treaty Organization killed ten people.'],
    ['What did the United States government ban?', 'The US government banned plastic straws.'],
    ['What did the UK government ban?', 'The government of the United Kingdom banned plastic straws.'],
    ['Where is the US embassy?', 'The U.S. embassy is in Paris.'],
    ['What did ATT buy?', 'AT&T bought Time Warner for $85 billion.'],
    ['When did JK Rowling write the book?', 'J. K. Rowling wrote the book in 1997.'],
    ['When did J.K. Rowling write the book?', 'JK Rowling wrote the book in 1997.'],
    ['Did 12 people die?', 'Twelve people died in the fire.'],
    ['Did twelve people die?', 'In all 12 people died in the fire.'],
    ['Did 1,000 people come?', 'A thousand people came to the fair.'],
    ['Did 2 million people come?', 'Two million people came to the fair.'],
  ])('%s', (question, text) => {
    const library = makeLibrary([makeArticle(`${text}\n\nThe weather was fine in the valley.`, { slug: 'report' })])
    const { kind, uncovered } = ask(library, question, { limit: 1, article: null, grouping: 'paragraph' })
    expect(uncovered).toEqual([])
    expect(kind).not.toBe('nothing-found')
  })

  it('but a name with other initials is', () => {
    const library = makeLibrary([makeArticle('The IAEA found uranium in Iran.', { slug: 'report' })])
    const asked = ask(library, 'What did the World Health Organization find in Iran?', {
      limit: 1,
      article: null,
      grouping: 'paragraph',
    })
    expect(asked.uncovered).toEqual(['World', 'Health', 'Organization'])
    expect(asked.kind).toBe('nearest')
  })
})
