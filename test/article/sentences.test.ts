import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/article/sentences.ts'

const split = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end).trim())

describe('splitSentences', () => {
  it.each([
    ['the worked example', ['Hi.', '“Why?” he asked.']],
    ['country initials', ['He moved to the U.S. in 1990.', 'Then he left the U.S.', 'The rest stayed.']],
    ['initials before a name', ['U.S. President Ana Lind spoke.', 'J. K. Rowling and H. R. Mora listened.']],
    ['titles', ['Mr. Smith met Dr. Jones and Gen. Park.', 'Sen. Ruiz did not.']],
    ['saints and streets', ['Police in St. Petersburg closed Main St. on Monday.', 'It reopened.']],
    ['numbers', ['No. 5 is open.', 'See pp. 3 and 4.', 'It cost 3.5 million.']],
    ['months', ['On Jan. 24 it rained.', 'By Feb. 2 it was dry.']],
    ['a month that ends a sentence', ['They meet every Nov.', 'Then they rest.']],
    ['latin abbreviations', ['Bring fruit, e.g. pears, i.e. soft ones.', 'Eat them.']],
    ['companies', ['Acme Inc. and Brook Ltd. Trading merged.', 'Nobody knew.']],
    ['hours', ['Doors shut at 5 p.m. Monday.', 'Music ended at 10 p.m.', 'Police came at 11 p.m. local time.']],
    ['a war', ['He fell in World War I.', 'Germany lost.']],
    ['an initial I', ['Maria I. Lopez heard Brook v. Hart.', 'So did you and I.', 'Nobody spoke.']],
    ['ellipses', ['Then... he left.', 'Wait…', 'What is it?']],
    ['spaced ellipses', ['No . . . yes, he said.', 'Fine.']],
    ['a quotation that ends a sentence', ['"We will talk."', 'He said no more.']],
    ['a comma before the speaker', ['"We will talk," he said.', 'She nodded.']],
    ['a question before its speaker', ['"Why?" he asked.', '"No!" she cried.', '"Where?" Ana Lind asked.']],
    ['a full stop outside the quotation', ['It was “good”.', 'She left.']],
    ['a lower-case quotation', ['He stopped.', '"unauthorised protests" are not allowed.']],
    ['parentheses', ['(See this.', 'And that.)', 'Then go.']],
    ['names with marks', ['Yahoo! is large.', 'So is it.']],
    ['note marks', ['It rose.[1]', 'It fell.[note 2]', 'It stayed.']],
    ['an opening in lower case', ['They sold phones.', 'iPhones were few.']],
    ['numbered items', ['1. Boil water.', '2. Add salt.']],
    ['a domain', ['Go to example.org or ask.me for more.', 'Then wait.']],
    ['dashes after a mark', ['«Да!» — сказал он.', 'Все молчали.']],
    ['german ordinals', ['Am 24. Januar kam er.', 'Am 3. Oktober ging er.']],
    ['hindi', ['यह एक वाक्य है।', 'यह दूसरा है।']],
    ['chinese', ['这是一句。', '第二句！', '「好。」']],
    ['arabic', ['هل هذا صحيح؟', 'نعم.']],
    ['emoji', ['Done!', '🎉 Next one.']],
    [
      'hostile words',
      ['constructor __proto__ café.', '$& *_|>#-[]() `x`.', '@everyone said so.', '"unclosed.', 'And more.'],
    ],
  ])('keeps %s', (_, sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences)
  })

  it('ends a sentence at a bullet and at a short line, and not where a line is wrapped', () => {
    expect(
      split('- one item\n- two items\nThe minister said on Monday that the bridge over the\nriver would open.'),
    ).toEqual(['- one item', '- two items', 'The minister said on Monday that the bridge over the\nriver would open.'])
  })

  it('ends a sentence at a blank line, whatever stands before it', () => {
    expect(split('Mr.\n\nSmith')).toEqual(['Mr.', 'Smith'])
  })

  it('tiles any text', () => {
    const pieces = fc.constantFrom(
      '. ',
      '? ',
      '… ',
      '."',
      '" ',
      '\n',
      '\n\n',
      'U.S.',
      'Mr. ',
      '- ',
      '1.',
      'He ',
      'he ',
      '。',
      '[1]',
      '\u200f',
      '🙂',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(text, text => {
        const spans = splitSentences(text)
        expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        for (const { start, end } of spans) expect(end).toBeGreaterThan(start)
      }),
    )
  })

  it.each([' ', '\n', '. ', '"', '.', 'A. ', '(\n', '\n ', '.[1]', '- ', 'I... '])(
    'takes linear time on many of %j',
    unit => {
      const text = unit.repeat(200_000)
      expect(splitSentences(text).at(-1)?.end).toBe(text.length)
    },
  )
})
