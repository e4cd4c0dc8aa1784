/** Which sentences of an article answer nothing by themselves: what heads a paragraph, what links elsewhere, what credits a picture. */
import { type Article, type Paragraph, slice } from '../../article/article.ts'
import type { Standing } from '../../retrieval/standing.ts'

/** A sub-heading, a link or a caption is a paragraph of its own, up to this many UTF-16 units. */
const LONGEST_ASIDE = 260
const LONGEST_HEADING = 110
const MOST_WORDS = 15
/** What is headed is longer than its heading, or than this. */
const SHORT_SENTENCE = 60

const ended = /[.!?…。！？।:;]["”’»“)\]]*$/u
const asked = /\?["”’»]?$/u
/** "More:Judge orders …": the words of a link, joined to its label. */
const joinedLabel = /^(?:[^.:“"]|\b\p{Lu}\.){1,60}(?:[\p{L})'’]:(?=[\p{L}\p{N}'‘’“"$])|\p{N}:(?=[\p{L}'‘’“"$]))/u
/** An item of a list, "Honduras": one word or two. */
const bareItem = /^\S{1,30}(?: \S{1,30})?$/u
const joinedQuestion = /\p{Ll}\?\p{Lu}/u
/** "LIVE UPDATES: …", where no sentence follows. */
const shoutedLabel = /^(?=[^:]*\p{Lu} )[\p{Lu}\p{Nd}'’&,.\- ]{6,60}:\s/u
const labels =
  /^[►•▶*\s]*(?:(?:read|see|learn|find out|know|get|watch) )?(?:more|related|watch(?: (?:live|now))?|listen(?: (?:live|now))?|opinion|also|see also|also read|read also|read next|up next|you may (?:also )?like|recommended|live updates?|latest(?: updates?)?|the latest|follow(?: live)?|for subscribers|subscribe|dig deeper|go deeper|previously|photos?|gallery|videos?|fact check|newsletters?|podcasts?|contributing|more on [^:]{1,50}|more from [^:]{1,50}|more [^:.]{1,30} news|read the (?:story|review|full [^:]{1,20}))\s*:/iu
const network = '(?:twitter|x|facebook|instagram|threads|tiktok|youtube|linkedin|bluesky|mastodon|whatsapp|telegram)'
const calls = new RegExp(
  `^[►•▶*(\\s]*(?:${[
    'sign up (?:now |here |today )?(?:for|to)\\b',
    'subscribe (?:now|here|today|to)\\b',
    'click here',
    '(?:to )?(?:e-?mail|contact|reach) (?:the )?(?:writers?|reporters?|authors?|us|him|her)\\b',
    `follow (?:\\S+ ){1,6}on ${network}\\b`,
    '(?:reach|contact|e-?mail|follow) (?:\\S+ ){0,5}\\S*@\\w',
    '(?:\\S+ ){1,4}can be reached (?:at|on|by)\\b',
    '(?:have|got) (?:a|any) (?:news )?(?:tips?|story|stories)\\b',
    'download (?:the|our) (?:\\S+ ){0,3}apps?\\b',
    'this (?:article|story) (?:originally|first) appeared',
    '(?:copyright|©)',
    '(?:photo|image|picture)s?(?: credit)?(?: by|:)',
    '(?:read|view|see) more (?:at|on|from|here|opinion|stories)\\b',
    'most (?:read|popular)$',
    'advertisement$',
  ].join('|')})`,
  'iu',
)
const credited =
  /(?:getty images|ap photo|shutterstock|zumapress|handout|image credit:[^)]*|photo by[^)]*|\/(?:ap|afp|reuters|getty)|(?:via|for) (?:ap|reuters|afp|getty)\S*)\)?$/iu

/** The standing of a sentence by its place: 0-based paragraph, and 0-based sentence within it. */
export function standingOf(article: Article, { paragraph: number }: { readonly paragraph: number }): Standing {
  const paragraph = article.paragraphs[number]
  if (paragraph === undefined || paragraph.end - paragraph.start > LONGEST_ASIDE) return 'passage'
  const text = slice(article, paragraph)
  if (isAside(text)) return 'aside'
  if (isHeading(article, paragraph, text, article.paragraphs[number + 1])) return 'heading'
  // A question that the reporter asks, or a quiz, answers nothing.
  const isQuestion = paragraph.sentences.length === 1 && isAsked(text)
  return isQuestion || (bareItem.test(text) && !ended.test(text)) ? 'aside' : 'passage'
}

/** Whether the article itself asks, and quotes nobody. */
function isAsked(text: string): boolean {
  return asked.test(text) && !/^[“"„«]/u.test(text)
}

function isAside(text: string): boolean {
  if (labels.test(text) || calls.test(text)) return true
  if (ended.test(text) && !asked.test(text)) return false
  return joinedLabel.test(text) || joinedQuestion.test(text) || shoutedLabel.test(text) || credited.test(text)
}

/** Words that no sentence's end closes, or a question that the reporter asks, before a paragraph that is longer and closed. */
function isHeading(article: Article, { sentences }: Paragraph, text: string, next: Paragraph | undefined): boolean {
  if (sentences.length > 1 || next === undefined || (!isAsked(text) && !isTitle(text))) return false
  return next.end - next.start > Math.min(text.length, SHORT_SENTENCE) && ended.test(slice(article, next))
}

function isTitle(text: string): boolean {
  if (text.length > LONGEST_HEADING || text.split(' ').length > MOST_WORDS || ended.test(text)) return false
  return !/^(?:[“"„«]|[^:]{1,30}: )/u.test(text)
}
