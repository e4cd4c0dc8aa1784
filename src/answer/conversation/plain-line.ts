/** Brings a typed line into the form that the rules of `acts.ts` are written in; the question itself is searched as it was typed. */

/** Contractions and short forms by what they stand for. */
const SHORT_FORMS = new Map(
  `whats what is;what's what is;wats what is;wat what;wut what;wht what;whos who is;who's who is;hows how is;how's how is;wheres where is;
where's where is;whens when is;when's when is;wen when;hu who;abt about;u you;r are;im i am;i'm i am;pls please;plz please;ty thanks;thx thanks;
tldr summary;tl;dr summary;dr dr;it's it is;that's that is;there's there is;wanna want to;gimme give me;lemme let me;isn't is not`
    .split(/;\s*(?!dr\b)/)
    .map(pair => {
      const [short = '', ...long] = pair.trim().split(' ')
      return [short, long.join(' ')]
    }),
)

/** The words that the rules look for, and that slips of typing are mended to. */
const KEYWORDS =
  `about article story piece report summary summarise summarize gist headline title author byline reporter journalist writer
published written publish outlet newspaper website publication dateline quotes quote quoted mentioned people explain quickly link main point
points happened wrote reported thanks hello please`.split(/\s+/)

/** Ways of opening and closing a line that ask for nothing. */
const OPENING =
  /^(?:(?:hey|hi|hello|ok|okay|so|um|well|please|yo|and|but|also|sorry|wait|right|now|just|actually|quick question|question|one more thing)\b[ ,]*)+(?=\S)/
const ASKING =
  /^(?:(?:can|could|would|will|might) (?:you|someone|anyone|anybody|somebody|i|we)|i (?:want|need|would like|wanted|wonder)|do you (?:know|have)|have you got|let me (?:know|have|see)|any idea)(?: please| maybe| kindly| just)*(?: to)?(?: (?:tell|give|show|get|have|know|see|find|send|write|make|do))?(?: (?:me|us))?(?: (?:if|whether))? (?=\S)/
const CLOSING =
  /[ ,]+(?:please|thanks|thank you|for me|for us|asap|mate|bro|man|dude|lol|real quick|quickly|briefly|again|then|exactly|now|today)$/

/** The line in small letters, without punctuation, politeness and slips in its key words. Empty when nothing else was typed. */
export function plainLine(line: string): string {
  let text = foldLine(line).replace(OPENING, '').replace(ASKING, '')
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(CLOSING, '')
  }
  return text.trim()
}

/** The same with its politeness: for lines that are nothing else. */
export function foldLine(line: string): string {
  const words = line
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/tl;\s*dr/g, 'tldr')
    .replace(/[^\p{L}\p{N}'&.$%+-]+/gu, ' ')
    .trim()
    .split(/\s+/)
    .map(word => word.replace(/^[.'-]+|[.'-]+$/g, ''))
    .filter(word => word !== '')
  return words.map(word => SHORT_FORMS.get(word) ?? mend(word)).join(' ')
}

function mend(word: string): string {
  if (word.length < 4 || KEYWORDS.includes(word)) return word
  return KEYWORDS.find(key => key.length > 4 && key[0] === word[0] && isOneSlip(word, key)) ?? word
}

/** Whether one letter too many, too few or wrong, or two neighbours swapped, make one word of the other. A plural is no slip. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || `${a}s` === b || a === `${b}s` || `${a}r` === b || a === `${b}r`)
    return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const [restA, restB] = [a.slice(at), b.slice(at)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}
