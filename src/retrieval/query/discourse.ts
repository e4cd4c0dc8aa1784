/** What people type around a question to someone: "hey, does anyone know …". It is read over; what is asked is left to `query.ts`. */

const openers =
  /^(?:hey|hi|hello|yo(?! yo)|heya|hiya|sup|bro|bruh|dude|mate|man(?=,)|ngl|tbh|fr|wtf|omfg|lmao|hmm+|like(?=,)|idk|dunno|i (?:don[’']?t|dont) know|no idea|honestly|serious question|dumb question|stupid question|maybe a (?:dumb|stupid) question|ok|okay|so|um+|uh+|hm+|(?:well|right|alright|bot)(?=,)|wait|hold on|and|but|oh|lol|wow|omg|please|pls|plz|sorry|sooo*|guys|folks|everyone|quick question|question|just (?:curious|wondering)|out of curiosity|remind me|not sure if this was covered but)(?=[\s,:;.!?…]|-\s)[\s,:;.!?…-]+/iu

const someone = '(?:you|u|ya|y’all|anyone|anybody|someone|somebody|we|one)'

const frames = new RegExp(
  `^(?:${[
    `(?:do|does|did|would)?\\s*${someone} (?:guys )?(?:happen to )?(?:know|remember|recall)(?: anything about)?`,
    `(?:can|could|would|will) ${someone} (?:please |pls |plz )?(?:tell|explain|remind|show|give|help)(?: (?:to )?(?:me|us))?`,
    '(?:please |pls |plz )?(?:tell|remind|explain to|show) (?:me|us)',
    "(?:i ?['’]?m |i am |i was )?(?:just )?(?:wondering|curious)(?: about)?",
    "(?:i |i ?['’]d |i would )?(?:wanna|want to|need to|like to|would love to) know",
    '(?:any|got any) (?:idea|clue|info|word|news)(?: (?:on|about))?',
    '(?:is|was) it (?:really )?true(?: that)?',
    "i['’]?m (?:trying|looking) to (?:find out|figure out|understand|work out)",
    "i (?:can['’]?t|cannot|could(?:n['’]?t)?) (?:find|remember|recall)(?: out)?",
    '(?:find|look) (?:out|up)',
    'is there (?:anything|something) (?:about|on)',
    'i (?:think|heard|thought|read|saw)(?: (?:that|somewhere))*',
  ].join('|')})(?=[\\s,:;?])[\\s,:;]*`,
  'iu',
)

const tails =
  /[\s,;.…!-]*(?<=[\s,;.…!?-])(?:please|pls|plz|thanks|thank you|thx|ty|lol|lmao|btw|tho|though|again|exactly|right|by any chance|anyone know|anyone|anybody|or something|or what|or not|or nah|nah|or whatever|or smth|rn|right now|omg|bro|bruh|(?:dude|mate|man)(?<=,\s*\w+)|fr|ngl|tbh|imo|idk|haha+|hehe+|cheers|appreciate it|rofl|wtf|anymore|and stuff|in (?:simple|plain|layman['’]?s) (?:terms|words|english)|do (?:you|we) know)(?:[\s?!.…]|\p{Extended_Pictographic}\u{fe0f}?)*$/iu

const between =
  /(?<=\s)(?:actually|basically|really|even|exactly|supposedly|apparently|anyway|tho|tbh|imo|lol|lmao|omg|wtf|pls|plz|bro|bruh|ngl|literally|lowkey|the (?:hell|heck|fuck)|tf|again|already|just|(?<=\b(?:say|says|said|do|did|done|know|mention|mentioned|happen|happened|comment|hear|heard)\s)(?:anything|something))(?=[\s?!.,]|$)/gu

const toTheBot =
  /^\s*(?:(?:are|can|could|will|would) (?:you|u|ya)\b(?! (?:guys |please |pls |plz |also |just )*(?:tell|explain|remind|show|give|help|say|find|list|describe|summari[sz]e|quote|look)\b)|(?:(?:can|could|will|would) (?:you|u|ya) )?(?:please )?tell (?:me|us) (?:an?|another|some) (?:\w+ )?(?:jokes?|story|stories|riddles?|poems?|songs?)\b)/iu

/** Whether a question is put to the bot itself, "Are you real?", "Can you recommend a film?": no article answers that. */
export function isToTheBot(question: string): boolean {
  const start = openers.exec(question.trimStart())?.[0].length ?? 0
  return toTheBot.test(question.trimStart().slice(start))
}

/** Rounds in which openers and frames are taken off: "ok so, can you tell me". */
const ROUNDS = 4
/** What trails off, in UTF-16 units. */
const LONGEST_TAIL = 80

/** The question with blanks for what only addresses someone, so that positions stay. Text in quotation marks stays, and so does a question of nothing else. */
export function blankDiscourse(question: string): string {
  if (/["“„«]/u.test(question)) return question
  let text = question
  for (let round = 0; round < ROUNDS; round++) {
    const start = text.length - text.trimStart().length
    const rest = text.slice(start)
    const taken = (openers.exec(rest) ?? frames.exec(rest))?.[0].length ?? 0
    if (taken === 0) break
    text = ' '.repeat(start + taken) + rest.slice(taken)
  }
  for (let round = 0; round < 2; round++) {
    // Only the end is read, since a run of blanks would be read once more from each of its places.
    const at = Math.max(0, text.length - LONGEST_TAIL)
    text = text.slice(0, at) + text.slice(at).replace(tails, blank)
  }
  text = text.replace(between, blank)
  return /[\p{L}\p{N}]/u.test(text) ? text : question
}

const blank = (match: string) => ' '.repeat(match.length)
