/** The bot's own words in Russian. Articles are never translated. */
import type { Language } from './language.ts'

const rules = new Intl.PluralRules('ru')

/** The number with its noun: 1 статья, 2 статьи, 5 статей. */
function counted(count: number, one: string, few: string, many: string): string {
  const form = rules.select(count)
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`
}

export const russian: Language = {
  messages: {
    found: 'Из статей',
    nearest: 'Ни одна статья на это не отвечает. Ближайшие отрывки, которые, возможно, не дают ответа:',
    nothingFound: count =>
      `В ${count === 1 ? 'статье' : 'статьях'} (${count}) нет ни ответа на это, ни чего-либо близкого.`,
    absentWords: words => `Ни в одной статье нет: ${words}.`,
    corrected: (from, to) => `«${from}» прочитано как «${to}».`,
    alsoLookedFor: words => `Также искали: ${words}.`,
    paragraph: number => `абзац ${number}`,
    digest: 'из краткого изложения статьи',
    said: (speaker, description) => (description === null ? speaker : `${speaker}, ${description}`),
    noQuotation: count => `Подходящих цитат в ${count === 1 ? 'статье' : 'статьях'} (${count}) нет.`,
    similarSpeakers: names => `Люди с похожим именем: ${names}.`,
    quotationsShown: (shown, total) => `Цитаты: ${shown} из ${total}`,
    verdicts: {
      verbatim: 'Дословно. Эти слова напечатаны в этом порядке.',
      shortened: 'Сокращено. Все эти слова напечатаны, но между ними пропущены другие.',
      spliced: 'Склеено. Эти слова напечатаны в двух местах, а не в одном.',
      altered: 'Изменено. Напечатано было не это.',
      'not-found': 'В статьях этого нет. Это не значит, что этого никто не говорил.',
    },
    verbatimButMarks: 'Дословно, кроме знаков препинания. Слова напечатаны в этом порядке.',
    partOfSentence: 'Это часть напечатанного предложения. Здесь оно приведено целиком.',
    otherHalf: 'Вторая половина находится здесь:',
    verbatimButSpeaker: (printed, claimed) =>
      `Дословно, но сказал другой человек. Напечатано: ${printed}; утверждается: ${claimed}.`,
    verbatimButOutlet: (printed, claimed) => `Дословно, но в другом издании: ${printed}, а не ${claimed}.`,
    compared: 'Сравнено слово в слово и знак в знак. Не различались только регистр, пробелы, кавычки и тире.',
    claimed: words => `Утверждается: «${words}»`,
    printed: words => `Напечатано: «${words}»`,
    weights: {
      negation: 'Отрицание',
      number: 'Число',
      name: 'Имя',
      modal: 'Модальный глагол',
      punctuation: 'Пунктуация',
    },
    differenceChanged: (claimed, printed) => `утверждается «${claimed}», напечатано «${printed}»`,
    differenceAdded: claimed => `«${claimed}» утверждается, но там не напечатано`,
    differenceLeftOut: printed => `«${printed}» напечатано и пропущено`,
    differenceMarked: printed => `«${printed}» напечатано и пропущено с пометкой`,
    moreDifferences: count => `Ещё ${counted(count, 'различие', 'различия', 'различий')}.`,
    otherSpeaker: (printed, claimed) => `Согласно статье, это говорит ${printed}, а не ${claimed}.`,
    otherOutlet: (printed, claimed) => `Это напечатало издание ${printed}, а не ${claimed}.`,
    speakerUnnamed: claimed => `Статья не называет говорящего; утверждается: ${claimed}.`,
    ownWords: claimed => `Это слова самой статьи, а не цитата (${claimed}).`,
    lookedThrough: (count, newest) =>
      `Просмотрено: ${counted(count, 'статья', 'статьи', 'статей')}${newest === null ? '' : `, самая новая от ${newest}`}.`,
    card: 'Сделать карточку с цитатой',
    cardAlt: (words, speaker, printed) => `Карточка с цитатой: «${words}» — ${speaker}. ${printed}`,
    cardRefused: {
      'too-long': 'Эта цитата слишком длинна для карточки: её пришлось бы обрезать, а цитаты я не обрезаю.',
      script: 'У меня нет шрифта для письменности этой цитаты, поэтому нарисовать её я не могу.',
      busy: 'Сейчас рисуется много карточек. Попробуйте ещё раз чуть позже.',
    },
    cardWithoutQuotation: 'Здесь больше нет цитаты с известным автором.',
    sentenceAround: 'Предложение, в котором это стоит:',
    alsoIn: {
      same: places => `Напечатано также: ${places}`,
      nearly: places => `Почти теми же словами напечатано: ${places}`,
      part: places => `Часть этих слов напечатана также: ${places}`,
    },
    nearMiss: 'Ближайшее предложение:',
    articlesHeld: count => `${counted(count, 'статья', 'статьи', 'статей')}:`,
    keySentences: 'Главные предложения',
    speakers: 'Цитируются',
    quotationCount: count => counted(count, 'цитата', 'цитаты', 'цитат'),
    passageOf: (position, total) => `Отрывок ${position} из ${total}`,
    pageOf: (page, pages) => `Страница ${page} из ${pages}`,
    paragraphs: (first, last) => (first === last ? `Абзац ${first}` : `Абзацы ${first}–${last}`),
    previous: 'Назад',
    next: 'Дальше',
    moreContext: 'Больше контекста',
    readArticle: 'Читать статью',
    link: 'Открыть источник',
    share: 'Поделиться',
    remove: 'Удалить',
    corpus: {
      onlyInServers: 'Это работает только на сервере, на который меня добавили.',
      notAllowed: 'Это могут только участники, управляющие сервером.',
      noFile: 'Приложите файл, например сохранённую веб-страницу.',
      notOwn: 'У этого сервера нет своей статьи с таким названием.',
      refusals: {
        'file-too-large': (most, size) =>
          `Файл может занимать ${most} МБ, а этот занимает ${size === null ? 'больше' : `${size} МБ`}.`,
        'too-many-articles': (most, count) =>
          `У сервера может быть своих статей: ${most}; с этим файлом их стало бы ${count}.`,
        'no-room': (most, size) => `Свои статьи сервера могут занимать ${most} МБ; с этим файлом было бы ${size} МБ.`,
        unreadable: faults => `Этот файл принять нельзя (подробности по-английски):\n${faults}`,
        'foreign-file': 'Этот файл хранится не в Discord.',
        'file-gone': 'У Discord этого файла больше нет.',
        'file-not-fetched': 'Не удалось получить файл из Discord. Попробуйте ещё раз.',
      },
      shared: (articles, sentences) => `Общие для всех серверов: статей — ${articles}, предложений — ${sentences}`,
      own: (articles, most, megabytes, mostMegabytes) =>
        `Только этого сервера: статей — ${articles} из ${most}, ${megabytes} из ${mostMegabytes} МБ`,
      updated: moment => `Последнее учтённое изменение: ${moment}`,
      reading: (done, total) =>
        `Ещё читается: ${done.toLocaleString('ru')} из ${total.toLocaleString('ru')} файлов. Пока не прочитаны все, на вопросы ответа нет.`,
      pending: files => `Изменено и ещё не учтено: ${files}`,
      faults: files => `Не читаются: ${files}. Пока это не исправлено, ответы даются по прочитанному раньше.`,
      reloaded: 'Статьи прочитаны заново.',
      draft: count => (count === 1 ? 'Добавить эту статью?' : `Добавить эти статьи (${count})?`),
      replaces: headlines => `Заменит: ${headlines}`,
      similar: headlines => `Почти то же уже есть: ${headlines}`,
      unfinished: 'Текст обрывается посреди предложения или страницы. Это весь текст?',
      missing: parts => `Не распознано: ${parts}`,
      parts: { outlet: 'издание', byline: 'автор', published: 'дата', language: 'язык' },
      sentences: count => `предложений: ${count}`,
      moreArticles: count => `и ещё ${count}`,
      kept: days =>
        `Ответы по ней получает только этот сервер. Она удаляется через ${counted(days, 'день', 'дня', 'дней')} после того, как меня уберут с сервера.`,
      add: 'Добавить',
      replace: 'Заменить',
      cancel: 'Отмена',
      take: 'Убрать',
      added: 'Добавлено. Ответы уже учитывают это.',
      removal: 'Убрать эту статью?',
      removed: 'Убрано. Ответы этого больше не учитывают.',
      cancelled: 'Ничего не изменено.',
      expired: 'Этот файл больше не хранится. Пришлите его ещё раз.',
    },
    openArticle: 'Выбрать статью',
    noHeadline: 'Без заголовка',
    undated: 'без даты',
    noArticles: 'Статей пока нет.',
    whatCanBeAsked: '/статья показывает, по чему я отвечаю; /помощь подскажет вопросы, на которые есть ответ.',
    notYours: 'Удалить этот ответ могут только тот, кто спросил, и те, кто управляет сообщениями.',
    articleChanged: 'С тех пор статья изменилась. Этого отрывка в ней больше нет.',
    articleEdited: 'Статья изменилась с тех пор, как вы её открыли.',
    noSuchArticle: typed => `Статьи «${typed}» нет. /статья показывает все.`,
    severalArticles: (typed, headlines) => `К «${typed}» подходит несколько статей: ${headlines}.`,
    askWithoutQuestion: 'Напишите вопрос, например: Кто пресс-секретарь?',
    quoteWithoutWords: 'Укажите слова цитаты, человека или то и другое.',
    checkTooShort: 'Это слишком коротко для проверки. Укажите хотя бы несколько слов цитаты.',
    checkWithoutWords: 'Укажите слова, которые нужно проверить.',
    emptyMessage: 'В этом сообщении нет слов, о которых можно спросить.',
    articleGone: 'Этой статьи больше нет среди тех, по которым я отвечаю.',
    outdatedButton: 'Эта кнопка осталась от прежней версии и больше никуда не ведёт. Пожалуйста, спросите ещё раз.',
    mentionHelp: 'Упомяните меня с вопросом, например: «Кто пресс-секретарь?» /помощь расскажет остальное.',
    stillReading: (done, total) =>
      `Я ещё читаю статьи${total === 0 ? '' : `: пока ${done.toLocaleString('ru')} из ${total.toLocaleString('ru')} файлов`}. Пока не прочитаны все, я не отвечаю на вопросы: может не хватать как раз той статьи, в которой есть ответ. Пожалуйста, спросите ещё раз чуть позже.`,
    stillReadingShort: (done, total) =>
      `Статьи ещё читаются: ${done.toLocaleString('ru')} из ${total.toLocaleString('ru')}`,
    bug: id => `У меня что-то сломалось, и это записано. Если сообщите об этом, приведите номер: ${id}`,
    slowDown: seconds =>
      `Слишком много сразу. Попробуйте снова через ${counted(seconds, 'секунду', 'секунды', 'секунд')}.`,
    permissions: {
      ViewChannel: 'Просматривать канал',
      SendMessages: 'Отправлять сообщения',
      SendMessagesInThreads: 'Отправлять сообщения в ветках',
      ReadMessageHistory: 'Читать историю сообщений',
    },
    cannotAnswer: (channel, permissions) => `Я не могу ответить в ${channel}. Там мне не хватает прав: ${permissions}.`,
    helpIntroduction: (count, sentences) =>
      `Я отвечаю на вопросы словами самих статей и говорю, где они стоят. Сейчас у меня ${counted(count, 'статья', 'статьи', 'статей')} (${counted(sentences, 'предложение', 'предложения', 'предложений')}).`,
    helpExamples: 'Можно спросить:',
    helpCommands: [
      '`/спросить` находит отрывки, которые отвечают на вопрос. Можно также упомянуть меня или написать мне личное сообщение.',
      '`/цитата` находит цитаты по словам, по тому, кто их сказал, или по тому и другому.',
      '`/проверить` сравнивает цитату с напечатанным слово в слово. Или выберите у сообщения «Приложения», «Проверить цитату».',
      '`/статья` показывает список статей или одну из них.',
      'Ответьте на мой ответ и упомяните меня, чтобы спросить дальше по той же статье.',
    ],
    helpPrivacy: [
      'Ничто из написанного вами не хранится и не передаётся; я читаю только то, что обращено ко мне. Хранится только то, что прислано через `/корпус добавить`, и лишь для этого сервера.',
      'Листать ответ и удалять его могут только тот, кто спросил, и модераторы.',
    ],
    helpVersion: (version, updated) => `Verbatim ${version}. Статьи прочитаны в последний раз ${updated}.`,
  },
  commands: {
    ask: {
      name: 'спросить',
      description: 'Задать вопрос статьям; ответ будет их собственными словами',
      options: {
        question: { name: 'вопрос', description: 'Что вы хотите узнать' },
        article: { name: 'статья', description: 'Только эта статья' },
        private: { name: 'лично', description: 'Показать ответ только вам' },
      },
    },
    quote: {
      name: 'цитата',
      description: 'Найти цитаты по словам, по тому, кто их сказал, или по тому и другому',
      options: {
        words: { name: 'слова', description: 'Слова цитаты' },
        speaker: { name: 'человек', description: 'Кто это сказал' },
        article: { name: 'статья', description: 'Только эта статья' },
        private: { name: 'лично', description: 'Показать ответ только вам' },
      },
    },
    check: {
      name: 'проверить',
      description: 'Проверить, напечатано ли это так, как цитируют',
      options: {
        quote: { name: 'цитата', description: 'Слова, как их цитируют' },
        speaker: { name: 'человек', description: 'Кто будто бы это сказал' },
        private: { name: 'лично', description: 'Показать ответ только вам (так и без выбора)' },
      },
    },
    article: {
      name: 'статья',
      description: 'Список статей или описание одной: главные предложения и кого в ней цитируют',
      options: {
        name: { name: 'название', description: 'Какая статья; пусто — показать все' },
        private: { name: 'лично', description: 'Показать ответ только вам' },
      },
    },
    corpus: {
      name: 'корпус',
      description: 'Статьи, по которым отвечают на этом сервере',
      options: {
        status: { name: 'состояние', description: 'Сколько их и что не в порядке' },
        reload: { name: 'перечитать', description: 'Прочитать статьи заново' },
        add: {
          name: 'добавить',
          description: 'Добавить статью на этот сервер',
          options: { file: { name: 'файл', description: '.txt, .md, .html или .json, до 8 МБ' } },
        },
        remove: {
          name: 'убрать',
          description: 'Убрать статью этого сервера',
          options: { name: { name: 'название', description: 'Какую статью' } },
        },
      },
    },
    help: { name: 'помощь', description: 'Что умеет этот бот, с примерами, и о конфиденциальности' },
    'Ask the articles': { name: 'Спросить статьи' },
    'Check this quote': { name: 'Проверить цитату' },
  },
}
