import { describe, expect, it } from 'vitest'
import wrapAnsi from 'wrap-ansi'
import { commands } from '../../commands/index.ts'
import { ask } from '../../src/answer/ask/ask.ts'
import { en } from '../../src/messages/en.ts'
import { parseLine } from '../../src/terminal/parse-line.ts'
import { renderText } from '../../src/terminal/render.ts'
import type { TextStyle } from '../../src/terminal/text.ts'
import { makeArticle, makeLibrary } from '../support/articles.ts'

const shipped = makeLibrary()
const pipe: TextStyle = { messages: en, wrap: null, colour: false }
const wrap = (text: string, narrower: number): string => wrapAnsi(text, 40 - narrower, { hard: true })
const terminal: TextStyle = { messages: en, wrap, colour: true }

async function answerTo(line: string, style: TextStyle = pipe, library = shipped): Promise<string> {
  const { command, options } = parseLine(line, commands)
  return renderText(await command.run(options, { library, locale: 'en' }), style)
}

describe('an answer as text', () => {
  it('has the passage first, to the letter, then who said it and where it is printed', async () => {
    const passage = (await answerTo('Since when had nobody seen such water?')).split('\n')
    const [headline, printed] = passage.slice(-2)
    expect(headline).toBe('River floods Marbach and closes its old bridge')
    expect(printed).toBe(
      'The Valley Post · Jo Hart · Marbach · 2024-05-01 · paragraph 2 · https://valley.example/flood · ID 2IZGRMs99izD',
    )
    expect(passage[0]).toMatch(/^│ /)
    expect(passage).toContainEqual(
      expect.stringMatching(/^│ "Nobody had seen water like this since 1954," said the mayor, Ilse Brandt\./),
    )
    expect(passage).toContain('— Ilse Brandt, mayor')
  })

  it('says that a passage comes from a digest', async () => {
    expect(await answerTo('Who owns the lighthouse on Gull Island?')).toContain('from a digest of the article')
  })

  it('names what is not an answer as such', async () => {
    expect(await answerTo('Who built the lighthouse of Alexandria in Egypt?')).toMatch(/Nothing|come closest/)
  })

  it('shows a sentence with several quotations of one person once', async () => {
    const body = 'Ada Brook called the offer "a very bad joke" and the bosses "people of the last century".'
    const text = await answerTo('/quote brook', terminal, makeLibrary([makeArticle(body)]))
    expect(text.match(/Ada Brook called/g)).toHaveLength(1)
    expect(text).toContain('\u001b[1mpeople of the')
  })

  it('lists the articles with their slugs', async () => {
    expect(await answerTo('/article')).toMatch(/2 articles:\nRiver floods .*\n.*flood\nPainter buys/)
  })

  it('describes one article', async () => {
    const text = await answerTo('/article lighthouse')
    expect(text).toContain('Painter buys lighthouse on Gull Island\nHarbour News · 2023-11-20')
    expect(text).toContain('Quoted in it: Ana Sousa')
  })

  it('wraps for a terminal without losing a word', async () => {
    const text = await answerTo('How many houses were flooded in Marbach?', terminal)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the terminal's own codes are taken out
    const bare = text.replace(/\u001b\[\d+m/g, '')
    expect(Math.max(...bare.split('\n').map(line => line.length))).toBeLessThanOrEqual(40)
    expect(bare.replace(/\n(?:│ )?/g, ' ')).toContain('It flooded 1,250 houses in Marbach and closed the old bridge.')
  })

  it('lets no article steer the terminal', () => {
    const article = makeArticle('The harbour is \u001b[2J\u0007closed.', { headline: 'A \u001b]0;title\u0007 harbour' })
    const answer = ask(makeLibrary([article]), 'harbour', { limit: 1, article: null, grouping: 'paragraph' })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(renderText(answer, pipe)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  })
})

describe('a quotation as text', () => {
  it('stands in its sentence, which is printed once', async () => {
    const text = await answerTo('/quote light')
    expect(text.split('Light is the first thing that I teach')).toHaveLength(2)
    expect(text).toContain('Sousa said.')
    const long = makeArticle('"We want the bridge," said Ilse Brandt to all who had come to the river that night.')
    const { command, options } = parseLine('/quote bridge', commands)
    const answer = await command.run(options, { library: makeLibrary([long]), locale: 'en' })
    expect(renderText(answer, pipe)).toContain(`│ ${long.body}`)
  })

  it('says what can be done where none fits', async () => {
    expect(await answerTo('/quote speaker:Nobody')).toMatch(/No quotation .*\/article lists/)
  })
})

describe('a check as text', () => {
  it('says which of the words were checked', async () => {
    expect(await answerTo('/check She said: "rebuild the bridge before winter"')).toContain(
      'Claimed: “rebuild the bridge before winter”',
    )
  })
})

describe('copies as text', () => {
  it('are listed by how alike they are', async () => {
    const printings = [
      'The ferry Aurora sank near Gull Island on Sunday.',
      'THE FERRY AURORA SANK NEAR GULL ISLAND ON SUNDAY.',
      'LENN (AP) — The ferry Aurora sank near Gull Island Sunday.',
    ].map((body, at) => makeArticle(body, { slug: `ferry-${at}`, headline: `Ferry ${at}`, published: '2024-05-01' }))
    const asked = { limit: 1, article: null, grouping: 'paragraph' } as const
    const text = renderText(ask(makeLibrary(printings), 'Which ferry sank on Sunday?', asked), pipe)
    const lines = text.split('\n').filter(line => /printed in/.test(line))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^Also printed in: Ferry \d · 2024-05-01 · paragraph 1$/)
    expect(lines[1]).toMatch(/^Nearly the same words are printed in: Ferry \d · 2024-05-01 · paragraph 1$/)
  })
})

describe('/help', () => {
  it('says what is held, gives questions, and what is kept of people', async () => {
    const text = await answerTo('/help')
    expect(text).toContain('2 articles')
    expect(text).toContain('Nothing that you type is stored.')
  })
})
