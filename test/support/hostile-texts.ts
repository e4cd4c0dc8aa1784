/** Texts that somebody might write to stop whoever shows them: each by a name and as a function of how long it is. */

const fill =
  (piece: string, head = '', tail = '') =>
  (units: number): string =>
    head + piece.repeat(Math.ceil(units / piece.length)) + tail

export const hostileTexts: readonly (readonly [string, (units: number) => string])[] = [
  ['one long word', fill('a')],
  ['words without sentences', fill('a ')],
  ['digits', fill('1')],
  ['blanks between two words', fill(' ', 'a', 'b')],
  ['tabs between two words', fill('\t', 'a', 'b')],
  ['no-break spaces between two words', fill('\u00a0', 'a', 'b')],
  ['line separators (U+2028)', fill('\u2028', 'a', 'b')],
  ['lines with blanks', fill('\n ', 'a', 'b')],
  ['short lines', fill('a\n')],
  ['line starts', fill('#\n')],
  ['numbered lines', fill('1. \n')],
  ['short sentences', fill('A b. ')],
  ['short sentences before a long one', units => 'A b. '.repeat(units / 10) + 'a'.repeat(units / 2)],
  ['full stops', fill('. ')],
  ['closing marks', fill('”', 'a.', ' b')],
  ['opening marks', fill('. “')],
  ['note marks', fill('[1]', 'a.', ' b')],
  ['bullets', fill('– ')],
  ['marks of Markdown', fill('*')],
  ['zero-width joiners', fill('\u200d', 'a', 'b')],
  ['family emoji', fill('👨‍👩‍👧‍👦')],
  ['flags', fill('🇩🇪')],
  ['wide characters', fill('漢')],
]
