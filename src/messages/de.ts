/** The bot's own words in German. Articles are never translated. */
import type { Language } from './language.ts'

const articles = (count: number): string => (count === 1 ? 'einem Artikel' : `${count} Artikeln`)

export const german: Language = {
  messages: {
    found: 'Aus den Artikeln',
    nearest: 'Kein Artikel beantwortet das. Die nächstliegenden Stellen, die es vielleicht nicht beantworten:',
    nothingFound: count =>
      `Nichts in ${count === 1 ? 'dem Artikel' : `den ${count} Artikeln`} beantwortet das oder kommt ihm nahe.`,
    absentWords: words => `In keinem Artikel steht: ${words}.`,
    corrected: (from, to) => `„${from}“ wurde als „${to}“ gelesen.`,
    alsoLookedFor: words => `Auch gesucht: ${words}.`,
    paragraph: number => `Absatz ${number}`,
    digest: 'aus einer Zusammenfassung des Artikels',
    said: (speaker, description) => (description === null ? speaker : `${speaker}, ${description}`),
    noQuotation: count => `In ${count === 1 ? 'dem Artikel' : `den ${count} Artikeln`} passt kein Zitat.`,
    similarSpeakers: names => `Personen mit ähnlichem Namen: ${names}.`,
    quotationsShown: (shown, total) => `${shown} von ${total} Zitaten`,
    verdicts: {
      verbatim: 'Wörtlich. Diese Worte sind in dieser Reihenfolge gedruckt.',
      shortened: 'Gekürzt. Alle diese Worte sind gedruckt, dazwischen fehlen andere.',
      altered: 'Verändert. So wurde es nicht gedruckt.',
      'not-found': 'Nicht in den Artikeln. Das heißt nicht, dass es niemand gesagt hat.',
    },
    verbatimButSpeaker: (printed, claimed) =>
      `Wörtlich, aber von jemand anderem: Gedruckt sind die Worte von ${printed}, nicht von ${claimed}.`,
    verbatimButOutlet: (printed, claimed) => `Wörtlich, aber anderswo gedruckt: von ${printed}, nicht von ${claimed}.`,
    compared:
      'Wort für Wort und Zeichen für Zeichen verglichen. Nur Großschreibung, Leerraum, Anführungszeichen und Striche wurden angeglichen.',
    claimed: words => `Behauptet: „${words}“`,
    printed: words => `Gedruckt: „${words}“`,
    weights: {
      negation: 'Verneinung',
      number: 'Zahl',
      name: 'Name',
      modal: 'Modalverb',
      punctuation: 'Zeichensetzung',
    },
    differenceChanged: (claimed, printed) => `behauptet „${claimed}“, gedruckt „${printed}“`,
    differenceAdded: claimed => `„${claimed}“ wird behauptet und ist dort nicht gedruckt`,
    differenceLeftOut: printed => `„${printed}“ ist gedruckt und wurde weggelassen`,
    differenceMarked: printed => `„${printed}“ ist gedruckt und wurde kenntlich weggelassen`,
    moreDifferences: count => (count === 1 ? 'Ein weiterer Unterschied.' : `${count} weitere Unterschiede.`),
    otherSpeaker: (printed, claimed) => `Im Artikel sagt es ${printed}, nicht ${claimed}.`,
    otherOutlet: (printed, claimed) => `Gedruckt wurde es von ${printed}, nicht von ${claimed}.`,
    speakerUnnamed: claimed => `Der Artikel nennt nicht, wer spricht; behauptet wird ${claimed}.`,
    ownWords: claimed => `Das sind die Worte des Artikels selbst, kein Zitat von ${claimed}.`,
    lookedThrough: (count, newest) =>
      `Gesucht in ${articles(count)}${newest === null ? '' : `, der neueste vom ${newest}`}.`,
    sentenceAround: 'Der Satz, in dem es steht:',
    alsoIn: places => `Auch gedruckt in: ${places}`,
    nearMiss: 'Der nächstliegende Satz:',
    articlesHeld: count => (count === 1 ? 'Ein Artikel:' : `${count} Artikel:`),
    keySentences: 'Wichtige Sätze',
    speakers: 'Zitiert werden',
    quotationCount: count => (count === 1 ? '1 Zitat' : `${count} Zitate`),
    passageOf: (position, total) => `Stelle ${position} von ${total}`,
    pageOf: (page, pages) => `Seite ${page} von ${pages}`,
    paragraphs: (first, last) => (first === last ? `Absatz ${first}` : `Absätze ${first} bis ${last}`),
    previous: 'Zurück',
    next: 'Weiter',
    moreContext: 'Mehr Zusammenhang',
    readArticle: 'Artikel lesen',
    link: 'Quelle öffnen',
    share: 'Teilen',
    remove: 'Löschen',
    openArticle: 'Artikel auswählen',
    noHeadline: 'Ohne Überschrift',
    undated: 'ohne Datum',
    noArticles: 'Es gibt noch keine Artikel.',
    whatCanBeAsked: '/artikel zeigt, woraus ich antworte; /hilfe nennt Fragen, die beantwortet werden.',
    notYours: 'Nur wer gefragt hat und wer Nachrichten verwalten darf, kann diese Antwort löschen.',
    articleChanged: 'Der Artikel wurde seitdem geändert. Diese Stelle steht nicht mehr darin.',
    articleEdited: 'Der Artikel wurde geändert, seit du ihn geöffnet hast.',
    emptyMessage: 'In dieser Nachricht stehen keine Worte, nach denen gefragt werden könnte.',
    articleGone: 'Dieser Artikel gehört nicht mehr zu denen, aus denen ich antworte.',
    outdatedButton:
      'Diese Schaltfläche stammt aus einer älteren Version und führt nirgends mehr hin. Bitte frag noch einmal.',
    mentionHelp: 'Erwähne mich mit einer Frage, zum Beispiel: „Wer ist der Sprecher?“ /hilfe sagt, was ich noch kann.',
    bug: id => `Bei mir ist etwas schiefgegangen, und es ist festgehalten. Wenn du es meldest, nenne dies: ${id}`,
    slowDown: seconds =>
      `Das war viel auf einmal. Bitte versuch es in ${seconds === 1 ? '1 Sekunde' : `${seconds} Sekunden`} wieder.`,
    permissions: {
      ViewChannel: 'Kanal ansehen',
      SendMessages: 'Nachrichten senden',
      SendMessagesInThreads: 'Nachrichten in Threads senden',
      ReadMessageHistory: 'Nachrichtenverlauf anzeigen',
    },
    cannotAnswer: (channel, permissions) => `Ich kann in ${channel} nicht antworten. Mir fehlt dort: ${permissions}.`,
    helpIntroduction: (count, sentences) =>
      `Ich beantworte Fragen aus ${articles(count)} (${sentences} Sätze), in deren eigenen Worten, und sage, wo sie stehen.`,
    helpExamples: 'Du könntest fragen:',
    helpCommands: [
      '`/fragen` findet die Stellen, die eine Frage beantworten. Oder erwähne mich damit, oder schreib mir eine Direktnachricht.',
      '`/zitat` findet Zitate nach ihren Worten, nach der Person oder nach beidem.',
      '`/prüfen` vergleicht, was zitiert wird, Wort für Wort mit dem Gedruckten. Oder wähle bei einer Nachricht Apps, Dieses Zitat prüfen.',
      '`/artikel` listet die Artikel auf oder zeigt einen.',
      'Antworte auf eine Antwort von mir und erwähne mich, um im selben Artikel weiterzufragen.',
    ],
    helpPrivacy: [
      'Nichts, was du schreibst, wird gespeichert oder weitergegeben; ich lese nur, was an mich gerichtet ist.',
      'Nur wer gefragt hat und die Moderation können in einer Antwort blättern oder sie löschen.',
    ],
    helpVersion: (version, updated) => `Verbatim ${version}. Artikel zuletzt gelesen am ${updated}.`,
  },
  commands: {
    ask: {
      name: 'fragen',
      description: 'Den Artikeln eine Frage stellen; die Antwort kommt in ihren eigenen Worten',
      options: {
        question: { name: 'frage', description: 'Was du wissen willst' },
        article: { name: 'artikel', description: 'Nur dieser Artikel' },
        private: { name: 'privat', description: 'Die Antwort nur dir zeigen' },
      },
    },
    quote: {
      name: 'zitat',
      description: 'Zitate nach ihren Worten, nach der Person oder nach beidem finden',
      options: {
        words: { name: 'worte', description: 'Worte des Zitats' },
        speaker: { name: 'person', description: 'Wer es gesagt hat' },
        article: { name: 'artikel', description: 'Nur dieser Artikel' },
        private: { name: 'privat', description: 'Die Antwort nur dir zeigen' },
      },
    },
    check: {
      name: 'prüfen',
      description: 'Prüfen, ob etwas so gedruckt wurde, wie es zitiert wird',
      options: {
        quote: { name: 'zitat', description: 'Die Worte, wie sie zitiert werden' },
        speaker: { name: 'person', description: 'Wer es gesagt haben soll' },
        private: { name: 'privat', description: 'Die Antwort nur dir zeigen (so ist es ohne Angabe)' },
      },
    },
    article: {
      name: 'artikel',
      description: 'Die Artikel auflisten oder einen beschreiben: wichtige Sätze und zitierte Personen',
      options: {
        name: { name: 'name', description: 'Welcher Artikel; ohne Angabe werden alle aufgelistet' },
        private: { name: 'privat', description: 'Die Antwort nur dir zeigen' },
      },
    },
    help: { name: 'hilfe', description: 'Was dieser Bot kann, mit Beispielen, und was er über dich speichert: nichts' },
    'Ask the articles': { name: 'Die Artikel fragen' },
    'Check this quote': { name: 'Dieses Zitat prüfen' },
  },
}
