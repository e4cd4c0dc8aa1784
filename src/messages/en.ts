/** The bot's own words in English; every other language has the same keys. Articles are never translated. */

export const en = {
  nearest: 'These passages come closest. They may not answer it.',
  nothingFound: (articles: number) =>
    `Nothing in the ${articles === 1 ? 'article' : `${articles} articles`} answers this, and nothing comes near.`,
  absentWords: (words: string) => `No article has: ${words}.`,
  notMentioned: (words: string) => `Not mentioned here: ${words}.`,
  corrected: (from: string, to: string) => `Read “${from}” as “${to}”.`,
  alsoLookedFor: (words: string) => `Also looked for: ${words}.`,
  paragraph: (number: number) => `paragraph ${number}`,
  digest: 'from a digest of the article',
  said: (speaker: string, description: string | null) =>
    description === null ? speaker : `${speaker}, ${description}`,
  noQuotation: (articles: number) => `No quotation in the ${articles === 1 ? 'article' : `${articles} articles`} fits.`,
  similarSpeakers: (names: string) => `Speakers with a similar name: ${names}.`,
  severalSpeakers: (names: string) => `Several speakers fit this name: ${names}.`,
  quotationsShown: (shown: number, total: number) => `${shown} of ${total} quotations`,
  verdicts: {
    verbatim: 'Verbatim. These words are printed in this order.',
    shortened: 'Shortened. All of these words are printed, with others left out between them.',
    spliced: 'Spliced. These words are printed in two places, not in one.',
    altered: 'Altered. This is not what was printed.',
    'not-found': 'Not in the articles. That does not mean that nobody said it.',
  },
  verbatimButMarks: 'Verbatim but for punctuation. The words are printed in this order.',
  partOfSentence: 'This is a part of a printed sentence. All of it is shown here.',
  otherHalf: 'The other half of the claim stands here:',
  verbatimButSpeaker: (printed: string, claimed: string) =>
    `Verbatim, but said by somebody else: printed are ${printed}’s words, not ${claimed}’s.`,
  verbatimButOutlet: (printed: string, claimed: string) =>
    `Verbatim, but printed elsewhere: by ${printed}, not by ${claimed}.`,
  compared:
    'Compared word for word and mark for mark. Only capitals, white space, quotation marks and dashes were evened out.',
  claimed: (words: string) => `Claimed: “${words}”`,
  printed: (words: string) => `Printed: “${words}”`,
  weights: {
    negation: 'Negation',
    number: 'Number',
    name: 'Name',
    modal: 'Modal verb',
    punctuation: 'Punctuation',
  },
  differenceChanged: (claimed: string, printed: string) => `claimed “${claimed}”, printed “${printed}”`,
  differenceAdded: (claimed: string) => `“${claimed}” is claimed, and not printed there`,
  differenceLeftOut: (printed: string) => `“${printed}” is printed, and left out`,
  differenceMarked: (printed: string) => `“${printed}” is printed, and left out with a mark`,
  moreDifferences: (count: number) => (count === 1 ? 'One more difference.' : `${count} more differences.`),
  otherSpeaker: (printed: string, claimed: string) => `The article has ${printed} say it, not ${claimed}.`,
  otherOutlet: (printed: string, claimed: string) => `It was printed by ${printed}, not by ${claimed}.`,
  speakerUnnamed: (claimed: string) => `The article does not name the speaker; claimed is ${claimed}.`,
  ownWords: (claimed: string) => `These are the article’s own words, not a quotation of ${claimed}.`,
  lookedThrough: (articles: number, newest: string | null) =>
    `Looked through ${articles === 1 ? 'one article' : `${articles} articles`}${newest === null ? '' : `, the newest of ${newest}`}.`,
  nearMiss: 'The nearest sentence:',
  card: 'Make a quote card',
  cardAlt: (words: string, speaker: string, printed: string) => `Quote card: “${words}” — ${speaker}. ${printed}`,
  cardRefused: {
    'too-long': 'This quotation is too long for a card: it would have to be cut, and I do not cut quotations.',
    script: 'I have no letters for the script of this quotation, so I cannot draw it.',
    busy: 'Many cards are being drawn just now. Please try again in a moment.',
  },
  cardWithoutQuotation: 'There is no quotation with a known speaker here any more.',
  sentenceAround: 'As it stands in the article:',
  articlesHeld: (articles: number) => (articles === 1 ? 'One article:' : `${articles} articles:`),
  keySentences: 'Key sentences',
  speakers: 'Quoted in it:',
  quotationCount: (count: number) => (count === 1 ? '1 quotation' : `${count} quotations`),
  greeting: (articles: number, sentences: number) =>
    `${articles === 1 ? 'One article' : `${articles} articles`}, ${sentences} sentences. Ask a question, or type /help. (With DISCORD_TOKEN set, npm start puts the bot on Discord.)`,
  consoleHelp: (version: string, articles: number, sentences: number, examples: readonly string[]) => [
    `Verbatim ${version} answers from ${articles === 1 ? 'one article' : `${articles} articles`} (${sentences} sentences), in their own words.`,
    '',
    'A plain line is a question.',
    ...examples.map(example => `  ${example}`),
    '/ask QUESTION article:NAME outlet:NAME from:DAY to:DAY',
    '  the same, of some articles only',
    '/quote WORDS speaker:NAME',
    '  quotations by their words, by who said them, or both',
    '/check QUOTE speaker:NAME',
    '  whether something was printed as it is quoted',
    '/article NAME',
    '  one article described; without a name, the list of all',
    '/article cite:ID',
    '  a passage once more, by the ID that stands beside it, and a line to copy',
    'Tab completes commands, articles and speakers. Ctrl-D leaves.',
    '',
    'Nothing that you type is stored.',
  ],
  corpusElsewhere:
    '/corpus works on Discord. In a terminal, articles are added by: npm run corpus -- add FILE (list, check and remove as well).',
  /** By how alike the words there are; see `Copy` in `src/answer/answer.ts`. */
  alsoIn: {
    same: (places: string) => `Also printed in: ${places}`,
    nearly: (places: string) => `Nearly the same words are printed in: ${places}`,
    part: (places: string) => `A part of these words is printed in: ${places}`,
  },
  explained: (total: string) => `score ${total} =`,
  passageOf: (position: number, total: number) => `Passage ${position} of ${total}`,
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  paragraphs: (first: number, last: number) =>
    first === last ? `Paragraph ${first}` : `Paragraphs ${first} to ${last}`,
  previous: 'Previous',
  next: 'Next',
  moreContext: 'More context',
  readArticle: 'Read the article',
  link: 'Open the source',
  share: 'Share',
  remove: 'Delete',
  /** What a server's log channel is told. */
  logged: {
    added: (person: string, headlines: string, replaced: number) =>
      `${person} added ${headlines}${replaced === 0 ? '' : ', in place of what was there'}.`,
    removed: (person: string, headlines: string) => `${person} removed ${headlines}.`,
    outdated: (headlines: string, days: number) => `Older than ${days} days, and so removed: ${headlines}.`,
    feedFailing: (address: string, error: string) => `This feed has not worked for a day: ${address} (${error})`,
    byFeed: 'A feed',
  },
  digestOf: (articles: number) => (articles === 1 ? '1 new article' : `${articles} new articles`),
  helpGaps:
    'Words that no article here has are counted for the managers of this server: the word and the day, not who asked, nor the question.',
  citation: {
    id: (id: string) => `ID ${id}`,
    unknown: (typed: string) => `No sentence here has the ID “${typed}”. It stands beside each passage.`,
    still: 'The article still says:',
    formerly: 'The article has changed since. Then it said:',
    now: 'Now it says nearest to that:',
    lost: 'The article has changed since, and what it said then is not known any more.',
    none: 'Now nothing in it comes near.',
  },
  settings: {
    notAllowed: 'Only members who may manage the server can do this.',
    title: 'How I work in this server',
    changed: 'Changed.',
    forgotten: 'All that this server had here is deleted.',
    forget: 'Delete all that this server has here: its articles, feeds, counts and settings? This cannot be undone.',
    forgetButton: 'Delete all',
    language: (name: string | null) => (name === null ? 'Language: each member’s own' : `Language: ${name}`),
    editors: (role: string | null) =>
      role === null
        ? 'Articles are kept by: who may manage the server'
        : `Articles are kept by: who may manage the server, and ${role}`,
    log: (channel: string | null) => (channel === null ? 'Log: none' : `Log: ${channel}`),
    quiet: (on: boolean): string =>
      on ? '“Nothing found” disturbs nobody' : '“Nothing found” is said where it was asked',
    gaps: (on: boolean): string =>
      on ? 'Words that no article has are counted' : 'Words that no article has are not counted',
    keep: (days: number | null) =>
      days === null ? 'Articles stay' : days === 1 ? 'Articles stay for 1 day' : `Articles stay for ${days} days`,
    digest: (channel: string, time: string, zone: string) =>
      `New articles are listed daily at ${time} (${zone}) in ${channel}`,
    noDigest: 'New articles are not listed',
    notDays: (most: number) => `Articles can be kept for 1 to ${most} days.`,
    notTime: (typed: string) => `“${typed}” is no time of day. Write it like 08:00.`,
    notZone: (typed: string) => `I do not know the time zone “${typed}”. Write it like Europe/Berlin.`,
    digestWithoutChannel: 'Say with “digest” in which channel.',
  },
  corpus: {
    filesAdded: (articles: number) => `New: ${articles}`,
    filesChanged: (articles: number) => `Changed: ${articles}`,
    filesGone: (articles: number) => `Gone: ${articles}`,
    filesUnchanged: 'Nothing had changed.',
    gaps: 'Words that questions had and no article has, in the last 30 days',
    noGaps: 'No question had a word that no article has.',
    gapsOff: 'These words are not counted. A manager can switch that on with /settings gaps.',
    exported: (articles: number) =>
      `The ${articles === 1 ? 'article' : `${articles} articles`} of this server, as files`,
    nothingToExport: 'This server has no articles of its own.',
    exportTooLarge: (megabytes: string) =>
      `The files take ${megabytes} MB even when packed, more than Discord takes from me.`,
    sharedFaults: (files: number) => `Shared files that cannot be read: ${files}. Whoever hosts me sees which.`,
    onlyInServers: 'This works only in a server that I was added to.',
    notAllowed: 'Only members who may manage the server can do this.',
    noFile: 'Send a file along, for example a saved web page, or the link of a page; one of the two.',
    notOwn: 'This server has no article of its own with this name.',
    /** Why a file is not taken; sizes are in megabytes, written out. What is wrong in a file is told in English. */
    refusals: {
      'file-too-large': (most: string, size: string | null) =>
        `A file can have ${most} MB; this one has ${size === null ? 'more' : `${size} MB`}.`,
      'too-many-articles': (most: number, articles: number) =>
        `A server can have ${most} articles of its own; with this it would be ${articles}.`,
      'no-room': (most: string, size: string) =>
        `A server’s own articles and the uploads that wait for an answer can take ${most} MB; with this it would be ${size} MB.`,
      unreadable: (faults: string) => `This file cannot be taken:\n${faults}`,
      'foreign-file': 'This file does not lie with Discord.',
      'file-gone': 'Discord does not have this file any more.',
      'file-not-fetched': 'The file could not be fetched from Discord. Please try again.',
    },
    /** What ails the host's disk, and what did not happen because of it: the two make one sentence. */
    diskTroubles: {
      full: 'The disk is full:',
      'read-only': 'The disk is read-only:',
      'too-many-files': 'Too many files are open on the host:',
      'not-allowed': 'The bot may not do this on the host’s disk:',
      faulty: 'The disk reports a fault:',
    },
    diskOutcomes: {
      'not-added': 'nothing was added.',
      'not-removed': 'nothing was removed.',
      'not-changed': 'nothing was changed.',
      'not-read': 'the articles were not read again.',
      unsure: 'it is not certain what was changed. Please look at the articles before you try again.',
    },
    shared: (articles: number, sentences: number) =>
      `Shared by all servers: ${articles === 1 ? '1 article' : `${articles} articles`}, ${sentences === 1 ? '1 sentence' : `${sentences} sentences`}`,
    own: (articles: number, most: number, megabytes: string, mostMegabytes: string) =>
      `Of this server alone: ${articles} of at most ${most} articles, ${megabytes} of ${mostMegabytes} MB`,
    updated: (moment: string) => `Last change taken in: ${moment}`,
    reading: (done: number, total: number) =>
      `Still being read: ${done.toLocaleString('en')} of ${total.toLocaleString('en')} files. No question is answered until all are read.`,
    pending: (files: number) => `Changed and not yet taken in: ${files}`,
    faults: (files: number) => `Cannot be read: ${files}. Until that is mended, what was read before is answered from.`,
    reloaded: 'The articles were read again.',
    draft: (articles: number) => (articles === 1 ? 'Add this article?' : `Add these ${articles} articles?`),
    replaces: (headlines: string) => `This takes the place of: ${headlines}`,
    similar: (headlines: string) => `Much the same is there already: ${headlines}`,
    unfinished: 'The text stops in the middle of a sentence or of the page. Is it whole?',
    missing: (parts: string) => `Not recognised: ${parts}`,
    parts: { outlet: 'outlet', byline: 'byline', published: 'date', language: 'language' },
    sentences: (count: number) => (count === 1 ? '1 sentence' : `${count} sentences`),
    moreArticles: (count: number) => `and ${count} more`,
    kept: (days: number) =>
      `Only this server is answered from it. It goes ${days} days after I am removed from the server.`,
    add: 'Add',
    replace: 'Replace',
    cancel: 'Cancel',
    take: 'Remove',
    added: 'Added. It is answered from now.',
    removal: 'Remove this article?',
    removed: 'Removed. It is no longer answered from.',
    cancelled: 'Nothing was changed.',
    expired: 'This file is no longer kept. Please send it again.',
  },
  web: {
    /** Why nothing is taken from an address; sizes are in megabytes, written out. What is wrong in a page is told in English. */
    problems: {
      'no-address': 'That is no web address. One looks like this: https://example.org/story',
      'with-password': 'An address with a user name or a password in it is not fetched.',
      'private-address': 'This address leads into a private network, not to the public internet. It is not fetched.',
      'redirect-nowhere': 'The site leads on to an address that is none.',
      empty: 'The site gave an empty page.',
      'no-such-site': 'No site has this name.',
      'no-article': 'There is no article on this page.',
      robots: 'The site asks programs not to fetch this (robots.txt).',
      'not-a-feed': 'This is no feed (RSS, Atom or JSON Feed).',
      'names-no-feed': 'This page is no feed and names none.',
      'no-room': 'There is no room for more articles in this server.',
      scheme: (scheme: string) => `Only addresses of http and https are fetched, not of ${scheme}.`,
      'too-many-redirects': (most: number) => `The site leads on and on: more than ${most} redirects.`,
      'too-many-feeds': (most: number) => `A server can follow ${most} feeds.`,
      status: (status: number) => `The site gave no page, but the status ${status}.`,
      'wrong-type': (type: string | null) =>
        type === null
          ? 'The site does not say what kind of page this is.'
          : `This is no page to be read, but of the type ${type}.`,
      'page-too-large': (most: string) => `The page is too large: more than ${most} MB.`,
      'unknown-packing': (encoding: string) => `The page is packed in a way that I do not know: ${encoding}.`,
      'too-slow': (seconds: number) => `The site took too long: the page did not end within ${seconds} s.`,
      broken: (code: string) => `The site gave a broken answer (${code}).`,
      'unreadable-page': (faults: string) => `The page cannot be read: ${faults}`,
    },
  },
  feeds: {
    followed: (title: string) => `Following “${title}” from now.`,
    followedAlready: (title: string) => `“${title}” is followed already.`,
    unfollowed: (title: string) => `No longer following “${title}”. Its articles stay.`,
    notFollowed: 'This server follows no such feed.',
    taken: (articles: number) =>
      articles === 0
        ? 'No new article was in it.'
        : `${articles === 1 ? '1 article' : `${articles} articles`} of it can be asked about now.`,
    underWay: 'Its articles are being read. You need not wait.',
    own: (feeds: number, most: number) => `Feeds that this server follows: ${feeds} of at most ${most}`,
    shared: (feeds: number, failing: number) =>
      `Feeds for all servers: ${feeds}${failing === 0 ? '' : `, of which ${failing} cannot be read just now`}`,
    unread: (title: string) => `${title}: not read yet`,
    fresh: (title: string, checked: string, newest: string | null) =>
      `${title}: looked at ${checked}${newest === null ? '' : `, newest article taken in ${newest}`}`,
    failing: (title: string, since: string, problem: string) => `${title}: cannot be read since ${since}. ${problem}`,
    help: 'Feeds:',
  },
  conversation: {
    share: (shown: number, all: number) => `${shown} of its ${all} sentences, in its own words and order.`,
    newest: (headline: string) => `You named no article, so this is the newest: “${headline}”.`,
    notStated: 'not stated',
    facts: {
      headline: 'Headline',
      outlet: 'Outlet',
      byline: 'By',
      published: 'Published',
      dateline: 'Reported from',
      url: 'Link',
    },
    quoted: (count: number) => (count === 0 ? 'Nobody is quoted by name in this article.' : `Quoted by name: ${count}`),
    whoIs: (name: string) => `Who ${name} is, as the articles say it:`,
    ended: 'That was the end of the article.',
    mentioned: (topic: string) => `Yes, “${topic}” is mentioned:`,
    notMentioned: (topic: string, articles: number) =>
      `No, ${articles === 1 ? 'the article does' : `the ${articles} articles do`} not mention “${topic}”.`,
    named: (count: number) => (count === 0 ? 'Nobody is named in this article.' : `Named in it: ${count}`),
    otherArticles: 'Ask this of another article',
    others: (headlines: string) => `Others: ${headlines}`,
    askOn: 'Ask on',
    askOnField: 'Your question',
    moreToDo: 'More',
    instead: (examples: string) => `You could ask: ${examples}`,
    readAs: (question: string) => `Read as: ${question}`,
    manners: {
      hello: 'Hello! Ask me anything about the articles; I answer in their own words.',
      thanks: 'You are welcome. Ask on whenever you like.',
      sorry: 'No harm done. Ask on whenever you like.',
      bye: 'Goodbye!',
      help: 'I answer questions about the articles in their own words. Ask what one is about, who wrote it, who is quoted, or any question of your own.',
      machine:
        'I am a program, not a person, and no language model: I find sentences in the articles and quote them to the letter.',
      insult:
        'Sorry that I was no help. I only find sentences in the articles: other words may find more, and /help says what I understand.',
    },
    forExample: 'For example:',
  },
  openArticle: 'Choose an article',
  noHeadline: 'Without a headline',
  undated: 'undated',
  noArticles: 'There are no articles yet.',
  whatCanBeAsked: '/article lists what I answer from; /help gives questions that are answered.',
  notYours: 'Only the person who asked, and members who may manage messages, can delete this answer.',
  articleChanged: 'The article has changed since. This passage is no longer in it.',
  articleEdited: 'The article has changed since you opened it.',
  noSuchArticle: (typed: string) => `No article is called “${typed}”. /article lists them all.`,
  severalArticles: (typed: string, headlines: string) => `Several articles fit “${typed}”: ${headlines}.`,
  askWithoutQuestion: 'Type a question, for example: Who is the spokesman?',
  noSuchOutlet: (outlet: string, known: string) =>
    `No outlet here is called “${outlet}”.${known === '' ? '' : ` There are: ${known}.`}`,
  noSuchDay: (typed: string) => `“${typed}” is no day I can read. Write it like 2021-01-24.`,
  noArticleFits: 'No article here was printed there and then.',
  daysReversed: (from: string, to: string) => `The first day, ${from}, comes after the last, ${to}.`,
  quoteWithoutWords: 'Give words of the quotation, a speaker, or both.',
  checkTooShort: 'That is too short to check. Give at least a few words of the quotation.',
  claimHidden:
    'Discord does not show me that message. Right-click it and choose Apps → Check this quote, or write to me: check “the words”.',
  checkWithoutWords: 'Give the words to be checked.',
  emptyMessage: 'There are no words in this message to ask about.',
  articleGone: 'This article is no longer among those I answer from.',
  outdatedButton: 'This button comes from an older version and leads nowhere now. Please ask again.',
  mentionHelp: 'Mention me with a question, for example: “Who is the spokesman?” /help says what else I do.',
  stillReading: (done: number, total: number) =>
    `I am still reading the articles${total === 0 ? '' : `: ${done.toLocaleString('en')} of ${total.toLocaleString('en')} files so far`}. Until all are read I answer no question, since I might miss the very article that answers it. Please ask again in a moment.`,
  stillReadingShort: (done: number, total: number) =>
    `Still reading the articles: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`,
  bug: (id: string) => `Something went wrong on my side, and it is logged. If you report it, quote this: ${id}`,
  slowDown: (seconds: number) =>
    `That was a lot at once. Please try again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
  permissions: {
    ViewChannel: 'View Channel',
    SendMessages: 'Send Messages',
    SendMessagesInThreads: 'Send Messages in Threads',
    ReadMessageHistory: 'Read Message History',
  },
  cannotAnswer: (channel: string, permissions: string) =>
    `I cannot answer in ${channel}. I lack these permissions there: ${permissions}.`,
  helpIntroduction: (articles: number, sentences: number) =>
    `I answer questions from ${articles === 1 ? 'one article' : `${articles} articles`} (${sentences} sentences), in their own words, and say where they stand.`,
  helpExamples: 'You could ask:',
  helpCommands: [
    '`/ask` finds the passages that answer a question. Or mention me with it, or write me a direct message.',
    '`/quote` finds quotations by their words, by who said them, or both.',
    '`/check` compares what is quoted with what is printed, word for word. Or choose Apps, Check this quote on a message.',
    '`/article` lists the articles, or shows one.',
    'Reply to an answer of mine, mentioning me, to ask on in the same article.',
  ],
  helpPrivacy: [
    'Nothing that you type is stored or passed on; I read only what is addressed to me. Only what is sent with `/corpus add` or `/corpus follow` is kept, for that server alone.',
    'Everybody can turn pages: whoever did not ask sees theirs alone. Only the person who asked, and moderators, change the answer itself or delete it.',
  ],
  helpVersion: (version: string, updated: string) => `Verbatim ${version}. Articles last read on ${updated}.`,
}

/** The words that Discord and the console share, and those of Discord. */
export type Messages = Omit<typeof en, 'greeting' | 'consoleHelp' | 'corpusElsewhere' | 'explained'>

/** The console speaks English only. */
export type ConsoleMessages = typeof en
