/** The bot's own words in Spanish. Articles are never translated. */
import type { Language } from './language.ts'

const articles = (count: number): string => (count === 1 ? 'un artículo' : `${count} artículos`)

export const spanish: Language = {
  messages: {
    nearest: 'Estos pasajes son los que más se acercan. Quizá no respondan.',
    nothingFound: count =>
      `Nada en ${count === 1 ? 'el artículo' : `los ${count} artículos`} responde a esto ni se acerca.`,
    absentWords: words => `Ningún artículo contiene: ${words}.`,
    notMentioned: words => `Aquí no se menciona: ${words}.`,
    corrected: (from, to) => `«${from}» se ha leído como «${to}».`,
    alsoLookedFor: words => `También se ha buscado: ${words}.`,
    paragraph: number => `párrafo ${number}`,
    digest: 'de un resumen del artículo',
    said: (speaker, description) => (description === null ? speaker : `${speaker}, ${description}`),
    noQuotation: count => `Ninguna cita en ${count === 1 ? 'el artículo' : `los ${count} artículos`} coincide.`,
    similarSpeakers: names => `Personas con un nombre parecido: ${names}.`,
    severalSpeakers: names => `Varias personas encajan con este nombre: ${names}.`,
    quotationsShown: (shown, total) => `${shown} de ${total} citas`,
    verdicts: {
      verbatim: 'Literal. Estas palabras están impresas en este orden.',
      shortened: 'Abreviada. Todas estas palabras están impresas, pero faltan otras entre ellas.',
      spliced: 'Unida. Estas palabras están impresas en dos lugares, no en uno.',
      altered: 'Alterada. No es lo que se imprimió.',
      'not-found': 'No está en los artículos. Eso no significa que nadie lo dijera.',
    },
    verbatimButMarks: 'Literal salvo la puntuación. Las palabras están impresas en este orden.',
    partOfSentence: 'Es una parte de una oración impresa. Aquí está entera.',
    otherHalf: 'La otra mitad está aquí:',
    verbatimButSpeaker: (printed, claimed) =>
      `Literal, pero lo dijo otra persona: las palabras impresas son de ${printed}, no de ${claimed}.`,
    verbatimButOutlet: (printed, claimed) => `Literal, pero impresa en otro medio: ${printed}, no ${claimed}.`,
    compared:
      'Comparado palabra por palabra y signo por signo. Solo se han igualado mayúsculas, espacios, comillas y guiones.',
    claimed: words => `Se afirma: «${words}»`,
    printed: words => `Impreso: «${words}»`,
    weights: {
      negation: 'Negación',
      number: 'Número',
      name: 'Nombre',
      modal: 'Verbo modal',
      punctuation: 'Puntuación',
    },
    differenceChanged: (claimed, printed) => `se afirma «${claimed}», está impreso «${printed}»`,
    differenceAdded: claimed => `«${claimed}» se afirma y no está impreso ahí`,
    differenceLeftOut: printed => `«${printed}» está impreso y se ha omitido`,
    differenceMarked: printed => `«${printed}» está impreso y se ha omitido con una marca`,
    moreDifferences: count => (count === 1 ? 'Una diferencia más.' : `${count} diferencias más.`),
    otherSpeaker: (printed, claimed) => `Según el artículo lo dice ${printed}, no ${claimed}.`,
    otherOutlet: (printed, claimed) => `Lo publicó ${printed}, no ${claimed}.`,
    speakerUnnamed: claimed => `El artículo no dice quién habla; se afirma que es ${claimed}.`,
    ownWords: claimed => `Son palabras del propio artículo, no una cita de ${claimed}.`,
    lookedThrough: (count, newest) =>
      `Se ha buscado en ${articles(count)}${newest === null ? '' : `; el más reciente es del ${newest}`}.`,
    card: 'Crear una tarjeta con la cita',
    cardAlt: (words, speaker, printed) => `Tarjeta con la cita: «${words}» — ${speaker}. ${printed}`,
    cardRefused: {
      'too-long': 'Esta cita es demasiado larga para una tarjeta: habría que recortarla, y yo no recorto citas.',
      script: 'No tengo letras para la escritura de esta cita, así que no puedo dibujarla.',
      busy: 'Ahora mismo se están dibujando muchas tarjetas. Inténtalo de nuevo en un momento.',
    },
    cardWithoutQuotation: 'Aquí ya no hay ninguna cita de autor conocido.',
    sentenceAround: 'La frase en que está:',
    alsoIn: {
      same: places => `También publicado en: ${places}`,
      nearly: places => `Casi con las mismas palabras en: ${places}`,
      part: places => `Una parte de estas palabras en: ${places}`,
    },
    nearMiss: 'La frase más próxima:',
    articlesHeld: count => (count === 1 ? 'Un artículo:' : `${count} artículos:`),
    keySentences: 'Frases clave',
    speakers: 'Personas citadas:',
    quotationCount: count => (count === 1 ? '1 cita' : `${count} citas`),
    passageOf: (position, total) => `Pasaje ${position} de ${total}`,
    pageOf: (page, pages) => `Página ${page} de ${pages}`,
    paragraphs: (first, last) => (first === last ? `Párrafo ${first}` : `Párrafos ${first} a ${last}`),
    previous: 'Anterior',
    next: 'Siguiente',
    moreContext: 'Más contexto',
    readArticle: 'Leer el artículo',
    link: 'Abrir la fuente',
    share: 'Compartir',
    remove: 'Eliminar',
    logged: {
      added: (person, headlines, replaced) =>
        `${person} añadió ${headlines}${replaced === 0 ? '' : ', en lugar de lo que había'}.`,
      removed: (person, headlines) => `${person} quitó ${headlines}.`,
      outdated: (headlines, days) => `Con más de ${days} días, y por eso retirados: ${headlines}.`,
      feedFailing: (address, error) => `Esta fuente no funciona desde hace un día: ${address} (${error})`,
      byFeed: 'Una fuente',
    },
    digestOf: articles => (articles === 1 ? '1 artículo nuevo' : `${articles} artículos nuevos`),
    helpGaps:
      'Las palabras que ningún artículo tiene aquí se cuentan para quienes gestionan este servidor: la palabra y el día, no quién preguntó ni la pregunta.',
    citation: {
      id: id => `ID ${id}`,
      unknown: typed => `Ninguna frase tiene aquí el ID «${typed}». Está junto a cada pasaje.`,
      still: 'El artículo sigue diciendo:',
      formerly: 'El artículo ha cambiado desde entonces. Entonces decía:',
      now: 'Ahora lo más parecido que dice es:',
      lost: 'El artículo ha cambiado desde entonces, y ya no se sabe qué decía.',
      none: 'Ahora nada en él se le parece.',
    },
    settings: {
      notAllowed: 'Solo pueden hacerlo quienes pueden gestionar el servidor.',
      title: 'Así trabajo en este servidor',
      changed: 'Cambiado.',
      forgotten: 'Se ha borrado todo lo que este servidor tenía aquí.',
      forget:
        '¿Borrar todo lo que este servidor tiene aquí: artículos, fuentes, recuentos y ajustes? No se puede deshacer.',
      forgetButton: 'Borrar todo',
      language: name => (name === null ? 'Idioma: el de cada miembro' : `Idioma: ${name}`),
      editors: role =>
        role === null
          ? 'Cuida los artículos quien puede gestionar el servidor'
          : `Cuidan los artículos quienes pueden gestionar el servidor y ${role}`,
      log: channel => (channel === null ? 'Registro: ninguno' : `Registro: ${channel}`),
      quiet: on =>
        on ? '«No se encontró nada» no molesta a nadie' : '«No se encontró nada» se dice donde se preguntó',
      gaps: on =>
        on
          ? 'Se cuentan las palabras que ningún artículo tiene'
          : 'No se cuentan las palabras que ningún artículo tiene',
      keep: days =>
        days === null
          ? 'Los artículos se quedan'
          : days === 1
            ? 'Los artículos se quedan 1 día'
            : `Los artículos se quedan ${days} días`,
      digest: (channel, time, zone) => `Los artículos nuevos salen cada día a las ${time} (${zone}) en ${channel}`,
      noDigest: 'No se listan los artículos nuevos',
      notDays: most => `Los artículos pueden quedarse de 1 a ${most} días.`,
      notTime: typed => `«${typed}» no es una hora. Escríbela así: 08:00.`,
      notZone: typed => `No conozco la zona horaria «${typed}». Escríbela así: Europe/Madrid.`,
      digestWithoutChannel: 'Indica con «resumen» en qué canal.',
    },
    corpus: {
      filesAdded: articles => `Nuevos: ${articles}`,
      filesChanged: articles => `Cambiados: ${articles}`,
      filesGone: articles => `Retirados: ${articles}`,
      filesUnchanged: 'No había cambiado nada.',
      gaps: 'Palabras de las preguntas que ningún artículo tiene, en los últimos 30 días',
      noGaps: 'Ninguna pregunta tenía una palabra que ningún artículo tenga.',
      gapsOff: 'Estas palabras no se cuentan. Quien gestiona el servidor puede activarlo con /ajustes lagunas.',
      exported: articles =>
        `${articles === 1 ? 'El artículo' : `Los ${articles} artículos`} de este servidor, como archivos`,
      nothingToExport: 'Este servidor no tiene artículos propios.',
      exportTooLarge: megabytes =>
        `Los archivos ocupan ${megabytes} MB incluso comprimidos, más de lo que Discord acepta de mí.`,
      sharedFaults: files => `Archivos compartidos que no se pueden leer: ${files}. Quien me aloja ve cuáles.`,
      onlyInServers: 'Esto solo funciona en un servidor al que me hayan añadido.',
      notAllowed: 'Solo pueden hacerlo los miembros que pueden gestionar el servidor.',
      noFile: 'Adjunta un archivo, por ejemplo una página web guardada, o da el enlace de una página; uno de los dos.',
      notOwn: 'Este servidor no tiene ningún artículo propio con ese nombre.',
      refusals: {
        'file-too-large': (most, size) =>
          `Un archivo puede tener ${most} MB; este tiene ${size === null ? 'más' : `${size} MB`}.`,
        'too-many-articles': (most, count) =>
          `Un servidor puede tener ${most} artículos propios; con esto serían ${count}.`,
        'no-room': (most, size) =>
          `Los artículos propios de un servidor y los archivos que esperan respuesta pueden ocupar ${most} MB; con esto serían ${size} MB.`,
        unreadable: faults => `Este archivo no se puede incorporar (detalles en inglés):\n${faults}`,
        'foreign-file': 'Este archivo no está en Discord.',
        'file-gone': 'Discord ya no tiene este archivo.',
        'file-not-fetched': 'No se ha podido obtener el archivo de Discord. Inténtalo de nuevo.',
      },
      diskTroubles: {
        full: 'El disco está lleno:',
        'read-only': 'El disco es de solo lectura:',
        'too-many-files': 'Hay demasiados archivos abiertos en el equipo del bot:',
        'not-allowed': 'El bot no tiene permiso para hacer esto en el disco:',
        faulty: 'El disco informa de un error:',
      },
      diskOutcomes: {
        'not-added': 'no se ha añadido nada.',
        'not-removed': 'no se ha eliminado nada.',
        'not-changed': 'no se ha cambiado nada.',
        'not-read': 'los artículos no se han vuelto a leer.',
        unsure: 'no se sabe con certeza qué ha cambiado. Mira los artículos antes de volver a intentarlo.',
      },
      shared: (articles, sentences) =>
        `Comunes a todos los servidores: ${articles === 1 ? '1 artículo' : `${articles} artículos`}, ${sentences === 1 ? '1 frase' : `${sentences} frases`}`,
      own: (articles, most, megabytes, mostMegabytes) =>
        `Solo de este servidor: ${articles} artículos de ${most} como máximo, ${megabytes} de ${mostMegabytes} MB`,
      updated: moment => `Último cambio incorporado: ${moment}`,
      reading: (done, total) =>
        `Aún se están leyendo: ${done.toLocaleString('es')} de ${total.toLocaleString('es')} archivos. No se responde a ninguna pregunta hasta que se hayan leído todos.`,
      pending: files => `Cambiados y aún sin incorporar: ${files}`,
      faults: files => `No se pueden leer: ${files}. Mientras tanto se responde con lo que se había leído antes.`,
      reloaded: 'Los artículos se han vuelto a leer.',
      draft: count => (count === 1 ? '¿Añadir este artículo?' : `¿Añadir estos ${count} artículos?`),
      replaces: headlines => `Ocupa el lugar de: ${headlines}`,
      similar: headlines => `Ya hay casi lo mismo: ${headlines}`,
      unfinished: 'El texto termina a mitad de una frase o de la página. ¿Está completo?',
      missing: parts => `No reconocido: ${parts}`,
      parts: { outlet: 'medio', byline: 'firma', published: 'fecha', language: 'idioma' },
      sentences: count => (count === 1 ? '1 frase' : `${count} frases`),
      moreArticles: count => `y ${count} más`,
      kept: days =>
        `Solo este servidor recibe respuestas basadas en él. Se borra ${days} días después de que me quiten del servidor.`,
      add: 'Añadir',
      replace: 'Reemplazar',
      cancel: 'Cancelar',
      take: 'Quitar',
      added: 'Añadido. Desde ahora se responde con él.',
      removal: '¿Quitar este artículo?',
      removed: 'Quitado. Ya no se responde con él.',
      cancelled: 'No se ha cambiado nada.',
      expired: 'Este archivo ya no se conserva. Envíalo de nuevo, por favor.',
    },
    web: {
      problems: {
        'no-address': 'Eso no es una dirección web. Una es así: https://example.org/story',
        'with-password': 'No descargo direcciones que lleven un usuario o una contraseña.',
        'private-address': 'Esta dirección lleva a una red privada, no a internet. No la descargo.',
        'redirect-nowhere': 'El sitio redirige a algo que no es una dirección.',
        empty: 'El sitio ha dado una página vacía.',
        'no-such-site': 'Ningún sitio tiene ese nombre.',
        'no-article': 'En esta página no hay ningún artículo.',
        robots: 'El sitio pide a los programas que no descarguen esto (robots.txt).',
        'not-a-feed': 'Esto no es un canal (RSS, Atom o JSON Feed).',
        'names-no-feed': 'Esta página no es un canal ni indica ninguno.',
        'no-room': 'En este servidor no hay sitio para más artículos.',
        scheme: scheme => `Solo descargo direcciones de http y https, no de ${scheme}.`,
        'too-many-redirects': most => `El sitio redirige sin parar: más de ${most} redirecciones.`,
        'too-many-feeds': most => `Un servidor puede seguir ${most} canales.`,
        status: status => `El sitio no ha dado ninguna página, sino el estado ${status}.`,
        'wrong-type': type =>
          type === null
            ? 'El sitio no dice qué clase de página es.'
            : `No es una página que se pueda leer, sino del tipo ${type}.`,
        'page-too-large': most => `La página es demasiado grande: más de ${most} MB.`,
        'unknown-packing': encoding => `La página está comprimida de un modo que no conozco: ${encoding}.`,
        'too-slow': seconds => `El sitio ha tardado demasiado: la página no terminó en ${seconds} s.`,
        broken: code => `El sitio ha dado una respuesta defectuosa (${code}).`,
        'unreadable-page': faults => `La página no se puede leer: ${faults}`,
      },
    },
    feeds: {
      followed: title => `Desde ahora sigo «${title}».`,
      followedAlready: title => `«${title}» ya lo sigo.`,
      unfollowed: title => `Ya no sigo «${title}». Sus artículos se quedan.`,
      notFollowed: 'Este servidor no sigue ese canal.',
      taken: count =>
        count === 0 ? 'No traía ningún artículo nuevo.' : `Ya se puede preguntar por ${articles(count)} suyos.`,
      underWay: 'Se están leyendo sus artículos. No hace falta esperar.',
      own: (feeds, most) => `Canales que sigue este servidor: ${feeds} de ${most} como máximo`,
      shared: (feeds, failing) =>
        `Canales para todos los servidores: ${feeds}${failing === 0 ? '' : `, de ellos sin poder leerse ahora: ${failing}`}`,
      unread: title => `${title}: aún sin leer`,
      fresh: (title, checked, newest) =>
        `${title}: consultado ${checked}${newest === null ? '' : `, último artículo recogido ${newest}`}`,
      failing: (title, since, problem) => `${title}: no se puede leer desde ${since}. ${problem}`,
      help: 'Canales que sigo:',
    },
    conversation: {
      share: (shown, all) => `${shown} de sus ${all} oraciones, con sus propias palabras y en su orden.`,
      newest: headline => `No has nombrado ningún artículo; este es el más reciente: «${headline}».`,
      notStated: 'no consta',
      facts: {
        headline: 'Titular',
        outlet: 'Medio',
        byline: 'Por',
        published: 'Publicado',
        dateline: 'Escrito desde',
        url: 'Enlace',
      },
      quoted: count =>
        count === 0 ? 'En este artículo no se cita a nadie por su nombre.' : `Citados por su nombre: ${count}`,
      whoIs: name => `Quién es ${name}, según los artículos:`,
      ended: 'Ese era el final del artículo.',
      mentioned: topic => `Sí, se menciona «${topic}»:`,
      notMentioned: (topic, articles) =>
        `No, ${articles === 1 ? 'el artículo no menciona' : `los ${articles} artículos no mencionan`} «${topic}».`,
      named: count => (count === 0 ? 'En este artículo no se nombra a nadie.' : `Nombrados en él: ${count}`),
      otherArticles: 'Lo mismo sobre otro artículo',
      others: headlines => `Otros: ${headlines}`,
      askOn: 'Seguir preguntando',
      askOnField: 'Su pregunta',
      moreToDo: 'Más',
      instead: examples => `Podría preguntar: ${examples}`,
      readAs: question => `Entendido como: ${question}`,
      manners: {
        hello: '¡Hola! Pregúntame por los artículos; respondo con sus propias palabras.',
        thanks: 'De nada. Pregunta cuando quieras.',
        sorry: 'No pasa nada. Pregunta cuando quieras.',
        bye: '¡Hasta luego!',
        help: 'Respondo a preguntas sobre los artículos con sus propias palabras. Pregunta de qué trata uno, quién lo escribió, a quién se cita, o lo que quieras saber.',
        machine:
          'Soy un programa, no una persona ni un modelo de lenguaje: encuentro oraciones en los artículos y las cito al pie de la letra.',
        insult:
          'Siento no haber ayudado. Solo encuentro frases en los artículos: con otras palabras quizá aparezca más, y /ayuda dice qué entiendo.',
      },
      forExample: 'Por ejemplo:',
    },
    openArticle: 'Elegir un artículo',
    noHeadline: 'Sin titular',
    undated: 'sin fecha',
    noArticles: 'Todavía no hay artículos.',
    whatCanBeAsked: '/artículo muestra en qué artículos me baso; /ayuda propone preguntas que tienen respuesta.',
    notYours: 'Solo quien preguntó y quienes pueden gestionar mensajes pueden eliminar esta respuesta.',
    articleChanged: 'El artículo ha cambiado desde entonces. Este pasaje ya no está en él.',
    articleEdited: 'El artículo ha cambiado desde que lo abriste.',
    noSuchArticle: typed => `Ningún artículo se llama «${typed}». /artículo los muestra todos.`,
    severalArticles: (typed, headlines) => `Varios artículos coinciden con «${typed}»: ${headlines}.`,
    askWithoutQuestion: 'Escribe una pregunta, por ejemplo: ¿Quién es el portavoz?',
    noSuchOutlet: (outlet, known) => `Aquí ningún medio se llama «${outlet}».${known === '' ? '' : ` Hay: ${known}.`}`,
    noSuchDay: typed => `No puedo leer «${typed}» como un día. Escríbelo así: 2021-01-24.`,
    noArticleFits: 'Ningún artículo se publicó ahí en esas fechas.',
    daysReversed: (from, to) => `El primer día, ${from}, es posterior al último, ${to}.`,
    quoteWithoutWords: 'Indica palabras de la cita, una persona o ambas cosas.',
    checkTooShort: 'Es demasiado corto para comprobarlo. Indica al menos unas palabras de la cita.',
    claimHidden:
      'Discord no me muestra ese mensaje. Haz clic derecho en él y elige Aplicaciones → Comprobar esta cita, o escríbeme: check «las palabras».',
    checkWithoutWords: 'Indica las palabras que hay que comprobar.',
    emptyMessage: 'En este mensaje no hay palabras por las que preguntar.',
    articleGone: 'Este artículo ya no está entre aquellos en los que me baso.',
    outdatedButton:
      'Este botón es de una versión anterior y ya no lleva a ninguna parte. Vuelve a preguntar, por favor.',
    mentionHelp: 'Mencióname con una pregunta, por ejemplo: «¿Quién es el portavoz?» /ayuda dice qué más sé hacer.',
    stillReading: (done, total) =>
      `Todavía estoy leyendo los artículos${total === 0 ? '' : `: ${done.toLocaleString('es')} de ${total.toLocaleString('es')} archivos hasta ahora`}. Hasta haberlos leído todos no respondo a ninguna pregunta, porque podría faltarme justo el artículo que la responde. Vuelve a preguntar dentro de un momento.`,
    stillReadingShort: (done, total) =>
      `Todavía leyendo los artículos: ${done.toLocaleString('es')} de ${total.toLocaleString('es')}`,
    bug: id => `Algo ha fallado por mi parte y ha quedado registrado. Si informas de ello, cita esto: ${id}`,
    slowDown: seconds =>
      `Han sido muchas preguntas a la vez. Inténtalo de nuevo en ${seconds === 1 ? '1 segundo' : `${seconds} segundos`}.`,
    permissions: {
      ViewChannel: 'Ver canal',
      SendMessages: 'Enviar mensajes',
      SendMessagesInThreads: 'Enviar mensajes en hilos',
      ReadMessageHistory: 'Leer el historial de mensajes',
    },
    cannotAnswer: (channel, permissions) =>
      `No puedo responder en ${channel}. Allí me faltan estos permisos: ${permissions}.`,
    helpIntroduction: (count, sentences) =>
      `Respondo a preguntas con ${articles(count)} (${sentences} frases), con sus propias palabras, y digo dónde están.`,
    helpExamples: 'Podrías preguntar:',
    helpCommands: [
      '`/preguntar` encuentra los pasajes que responden a una pregunta. También puedes mencionarme con ella o escribirme por mensaje directo.',
      '`/cita` encuentra citas por sus palabras, por quien las dijo o por ambas cosas.',
      '`/comprobar` compara lo que se cita con lo impreso, palabra por palabra. O elige Aplicaciones, Comprobar esta cita en un mensaje.',
      '`/artículo` muestra la lista de artículos o uno de ellos.',
      'Responde a una respuesta mía mencionándome para seguir preguntando en el mismo artículo.',
    ],
    helpPrivacy: [
      'Nada de lo que escribes se guarda ni se transmite; solo leo lo que se dirige a mí. Solo se conserva lo que se envía con `/corpus añadir` o `/corpus seguir`, y únicamente para ese servidor.',
      'Cualquiera puede pasar páginas: quien no preguntó ve la suya a solas. Solo quien preguntó y los moderadores cambian la respuesta misma o la eliminan.',
    ],
    helpVersion: (version, updated) => `Verbatim ${version}. Artículos leídos por última vez el ${updated}.`,
  },
  commands: {
    ask: {
      name: 'preguntar',
      description: 'Pregunta a los artículos; la respuesta va con sus propias palabras',
      options: {
        question: { name: 'pregunta', description: 'Lo que quieres saber' },
        article: { name: 'artículo', description: 'Solo este artículo' },
        outlet: { name: 'medio', description: 'Solo lo que publicó este medio' },
        from: { name: 'desde', description: 'Solo lo publicado ese día o después: 2021-01-24' },
        to: { name: 'hasta', description: 'Solo lo publicado ese día o antes' },
        private: { name: 'privado', description: 'Mostrarte la respuesta solo a ti' },
      },
    },
    quote: {
      name: 'cita',
      description: 'Encuentra citas por sus palabras, por quien las dijo o por ambas cosas',
      options: {
        words: { name: 'palabras', description: 'Palabras de la cita' },
        speaker: { name: 'persona', description: 'Quién lo dijo' },
        article: { name: 'artículo', description: 'Solo este artículo' },
        outlet: { name: 'medio', description: 'Solo lo que publicó este medio' },
        from: { name: 'desde', description: 'Solo lo publicado ese día o después: 2021-01-24' },
        to: { name: 'hasta', description: 'Solo lo publicado ese día o antes' },
        private: { name: 'privado', description: 'Mostrarte la respuesta solo a ti' },
      },
    },
    check: {
      name: 'comprobar',
      description: 'Comprueba si algo se imprimió tal como se cita',
      options: {
        quote: { name: 'cita', description: 'Las palabras citadas' },
        speaker: { name: 'persona', description: 'Quién lo habría dicho' },
        private: { name: 'privado', description: 'Mostrarte la respuesta solo a ti (así es si no eliges)' },
      },
    },
    article: {
      name: 'artículo',
      description: 'Muestra la lista de artículos o describe uno: frases clave y personas citadas',
      options: {
        name: { name: 'nombre', description: 'Qué artículo; déjalo vacío para verlos todos' },
        cite: { name: 'cita', description: 'El ID corto de un pasaje, para mostrarlo de nuevo' },
        private: { name: 'privado', description: 'Mostrarte la respuesta solo a ti' },
      },
    },
    corpus: {
      name: 'corpus',
      description: 'Los artículos con los que se responde en este servidor',
      options: {
        status: { name: 'estado', description: 'Cuántos hay y qué falla' },
        reload: { name: 'releer', description: 'Volver a leer los artículos' },
        gaps: { name: 'lagunas', description: 'Palabras de las preguntas que ningún artículo tiene' },
        export: { name: 'exportar', description: 'Los artículos de este servidor, como archivos' },
        add: {
          name: 'añadir',
          description: 'Añadir un artículo a este servidor',
          options: {
            file: { name: 'archivo', description: '.txt, .md, .html o .json, hasta 8 MB' },
            url: { name: 'enlace', description: 'El enlace de una página' },
          },
        },
        follow: {
          name: 'seguir',
          description: 'Seguir un canal: sus artículos llegan solos',
          options: { url: { name: 'enlace', description: 'El enlace de un canal o de una página que indique uno' } },
        },
        unfollow: {
          name: 'dejar',
          description: 'Dejar de seguir un canal; sus artículos se quedan',
          options: { url: { name: 'enlace', description: 'Qué canal' } },
        },
        remove: {
          name: 'quitar',
          description: 'Quitar un artículo de este servidor',
          options: { name: { name: 'nombre', description: 'Qué artículo' } },
        },
      },
    },
    settings: {
      name: 'ajustes',
      description: 'Cómo trabajo en este servidor; sin opciones, tal como está',
      options: {
        language: {
          name: 'idioma',
          description: 'El idioma de mis propias palabras aquí, en lugar del de cada miembro',
        },
        editors: { name: 'editores', description: 'Un rol que puede cuidar los artículos con /corpus' },
        log: { name: 'registro', description: 'Dónde digo quién añadió y quitó qué, y qué fuentes fallan' },
        quiet: {
          name: 'discreto',
          description: 'Si «no se encontró nada» no molesta a nadie más que a quien preguntó',
        },
        gaps: { name: 'lagunas', description: 'Si se cuentan las palabras que ningún artículo tiene' },
        keep: { name: 'conservar', description: 'Cuántos días se queda un artículo' },
        digest: { name: 'resumen', description: 'Dónde se listan los artículos nuevos una vez al día' },
        time: { name: 'hora', description: 'A qué hora, por ejemplo 08:00' },
        zone: { name: 'zona', description: 'La zona horaria, por ejemplo Europe/Madrid' },
        off: { name: 'quitar', description: 'Retira un ajuste' },
        forget: { name: 'olvidar', description: 'Borra todo lo que este servidor tiene aquí; antes pregunta' },
      },
    },
    help: { name: 'ayuda', description: 'Qué hace este bot, con ejemplos, y su privacidad' },
    'Ask the articles': { name: 'Preguntar a los artículos' },
    'Check this quote': { name: 'Comprobar esta cita' },
  },
}
