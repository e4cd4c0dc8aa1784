/** The bot's own words in French. Articles are never translated. */
import type { Language } from './language.ts'

const articles = (count: number): string => (count === 1 ? 'un article' : `${count} articles`)

/** Elision before a vowel: « d’Anna », « de Paul ». */
const of = (name: string): string => (/^[aeiouyàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`)

export const french: Language = {
  messages: {
    nearest: 'Ces passages s’en approchent le plus. Ils n’y répondent peut-être pas.',
    nothingFound: count =>
      `Rien dans ${count === 1 ? 'l’article' : `les ${count} articles`} ne répond à cela ni ne s’en approche.`,
    absentWords: words => `Aucun article ne contient : ${words}.`,
    notMentioned: words => `Non mentionné ici : ${words}.`,
    corrected: (from, to) => `« ${from} » a été lu « ${to} ».`,
    alsoLookedFor: words => `Aussi cherché : ${words}.`,
    paragraph: number => `paragraphe ${number}`,
    digest: 'd’après un résumé de l’article',
    said: (speaker, description) => (description === null ? speaker : `${speaker}, ${description}`),
    noQuotation: count => `Aucune citation ne correspond dans ${count === 1 ? 'l’article' : `les ${count} articles`}.`,
    similarSpeakers: names => `Personnes au nom proche : ${names}.`,
    severalSpeakers: names => `Plusieurs personnes correspondent à ce nom : ${names}.`,
    quotationsShown: (shown, total) => `${shown} ${shown < 2 ? 'citation' : 'citations'} sur ${total}`,
    verdicts: {
      verbatim: 'À la lettre. Ces mots sont imprimés dans cet ordre.',
      shortened: 'Abrégée. Tous ces mots sont imprimés, mais d’autres manquent entre eux.',
      spliced: 'Assemblée. Ces mots sont imprimés à deux endroits, pas à un seul.',
      altered: 'Modifiée. Ce n’est pas ce qui a été imprimé.',
      'not-found': 'Absente des articles. Cela ne veut pas dire que personne ne l’a dit.',
    },
    verbatimButMarks: 'À la lettre, à la ponctuation près. Les mots sont imprimés dans cet ordre.',
    partOfSentence: 'C’est une partie d’une phrase imprimée. La voici en entier.',
    otherHalf: 'L’autre moitié se trouve ici :',
    verbatimButSpeaker: (printed, claimed) =>
      `À la lettre, mais dite par quelqu’un d’autre : les mots imprimés sont ${of(printed)}, pas ${of(claimed)}.`,
    verbatimButOutlet: (printed, claimed) =>
      `À la lettre, mais imprimée ailleurs : par ${printed}, pas par ${claimed}.`,
    compared:
      'Comparé mot à mot et signe à signe. Seuls les majuscules, les espaces, les guillemets et les tirets ont été uniformisés.',
    claimed: words => `Affirmé : « ${words} »`,
    printed: words => `Imprimé : « ${words} »`,
    weights: { negation: 'Négation', number: 'Nombre', name: 'Nom', modal: 'Verbe modal', punctuation: 'Ponctuation' },
    differenceChanged: (claimed, printed) => `affirmé « ${claimed} », imprimé « ${printed} »`,
    differenceAdded: claimed => `« ${claimed} » est affirmé et n’y est pas imprimé`,
    differenceLeftOut: printed => `« ${printed} » est imprimé et a été omis`,
    differenceMarked: printed => `« ${printed} » est imprimé et a été omis avec une marque`,
    moreDifferences: count => (count === 1 ? 'Une autre différence.' : `${count} autres différences.`),
    otherSpeaker: (printed, claimed) => `Dans l’article, c’est ${printed} qui le dit, pas ${claimed}.`,
    otherOutlet: (printed, claimed) => `Cela a été publié par ${printed}, pas par ${claimed}.`,
    speakerUnnamed: claimed => `L’article ne dit pas qui parle ; ce serait ${claimed}.`,
    ownWords: claimed => `Ce sont les mots de l’article lui-même, pas une citation ${of(claimed)}.`,
    lookedThrough: (count, newest) =>
      `Recherche dans ${articles(count)}${newest === null ? '' : `, le plus récent du ${newest}`}.`,
    card: 'Créer une carte de citation',
    cardAlt: (words, speaker, printed) => `Carte de citation : « ${words} » — ${speaker}. ${printed}`,
    cardRefused: {
      'too-long':
        'Cette citation est trop longue pour une carte : il faudrait la couper, et je ne coupe pas les citations.',
      script: 'Je n’ai pas de lettres pour l’écriture de cette citation ; je ne peux donc pas la dessiner.',
      busy: 'Beaucoup de cartes sont en cours de dessin. Réessayez dans un instant.',
    },
    cardWithoutQuotation: 'Il n’y a plus ici de citation dont l’auteur soit connu.',
    sentenceAround: 'La phrase où elle se trouve :',
    alsoIn: {
      same: places => `Également publié dans : ${places}`,
      nearly: places => `Presque dans les mêmes termes dans : ${places}`,
      part: places => `Une partie de ces mots dans : ${places}`,
    },
    nearMiss: 'La phrase la plus proche :',
    articlesHeld: count => (count === 1 ? 'Un article :' : `${count} articles :`),
    keySentences: 'Phrases clés',
    speakers: 'Personnes citées :',
    quotationCount: count => (count === 1 ? '1 citation' : `${count} citations`),
    passageOf: (position, total) => `Passage ${position} sur ${total}`,
    pageOf: (page, pages) => `Page ${page} sur ${pages}`,
    paragraphs: (first, last) => (first === last ? `Paragraphe ${first}` : `Paragraphes ${first} à ${last}`),
    previous: 'Précédent',
    next: 'Suivant',
    moreContext: 'Plus de contexte',
    readArticle: 'Lire l’article',
    link: 'Ouvrir la source',
    share: 'Partager',
    remove: 'Supprimer',
    logged: {
      added: (person, headlines, replaced) =>
        `${person} a ajouté ${headlines}${replaced === 0 ? '' : ', à la place de ce qui était là'}.`,
      removed: (person, headlines) => `${person} a retiré ${headlines}.`,
      outdated: (headlines, days) => `Plus vieux que ${days} jours, donc retirés : ${headlines}.`,
      feedFailing: (address, error) => `Ce flux ne marche pas depuis un jour : ${address} (${error})`,
      byFeed: 'Un flux',
    },
    digestOf: articles => (articles === 1 ? '1 nouvel article' : `${articles} nouveaux articles`),
    helpGaps:
      'Les mots qu’aucun article ne contient ici sont comptés pour qui gère ce serveur : le mot et le jour, pas qui a demandé, ni la question.',
    citation: {
      id: id => `ID ${id}`,
      unknown: typed => `Aucune phrase n’a ici l’ID « ${typed} ». Il figure à côté de chaque passage.`,
      still: 'L’article dit toujours :',
      formerly: 'L’article a changé depuis. Il disait alors :',
      now: 'Ce qu’il dit de plus proche maintenant :',
      lost: 'L’article a changé depuis, et on ne sait plus ce qu’il disait.',
      none: 'Rien ne s’en approche plus.',
    },
    settings: {
      notAllowed: 'Seuls les membres qui peuvent gérer le serveur peuvent faire cela.',
      title: 'Comment je travaille sur ce serveur',
      changed: 'Modifié.',
      forgotten: 'Tout ce que ce serveur avait ici est supprimé.',
      forget: 'Supprimer tout ce que ce serveur a ici : articles, flux, comptes et réglages ? C’est irréversible.',
      forgetButton: 'Tout supprimer',
      language: name => (name === null ? 'Langue : celle de chaque membre' : `Langue : ${name}`),
      editors: role =>
        role === null
          ? 'Les articles sont tenus par qui peut gérer le serveur'
          : `Les articles sont tenus par qui peut gérer le serveur, et par ${role}`,
      log: channel => (channel === null ? 'Journal : aucun' : `Journal : ${channel}`),
      quiet: on =>
        on ? '« Rien trouvé » ne dérange personne' : '« Rien trouvé » est dit là où la question a été posée',
      gaps: on =>
        on
          ? 'Les mots qu’aucun article ne contient sont comptés'
          : 'Les mots qu’aucun article ne contient ne sont pas comptés',
      keep: days =>
        days === null
          ? 'Les articles restent'
          : days === 1
            ? 'Les articles restent 1 jour'
            : `Les articles restent ${days} jours`,
      digest: (channel, time, zone) =>
        `Les nouveaux articles paraissent chaque jour à ${time} (${zone}) dans ${channel}`,
      noDigest: 'Les nouveaux articles ne sont pas annoncés',
      notDays: most => `Les articles peuvent rester de 1 à ${most} jours.`,
      notTime: typed => `« ${typed} » n’est pas une heure. Écrivez-la ainsi : 08:00.`,
      notZone: typed => `Je ne connais pas le fuseau horaire « ${typed} ». Écrivez-le ainsi : Europe/Paris.`,
      digestWithoutChannel: 'Indiquez avec « résumé » dans quel salon.',
    },
    corpus: {
      filesAdded: articles => `Nouveaux : ${articles}`,
      filesChanged: articles => `Modifiés : ${articles}`,
      filesGone: articles => `Partis : ${articles}`,
      filesUnchanged: 'Rien n’avait changé.',
      gaps: 'Mots de questions qu’aucun article ne contient, ces 30 derniers jours',
      noGaps: 'Aucune question n’avait de mot absent des articles.',
      gapsOff: 'Ces mots ne sont pas comptés. Qui gère le serveur peut l’activer avec /réglages lacunes.',
      exported: articles => `${articles === 1 ? 'L’article' : `Les ${articles} articles`} de ce serveur, en fichiers`,
      nothingToExport: 'Ce serveur n’a pas d’article à lui.',
      exportTooLarge: megabytes =>
        `Les fichiers font ${megabytes} Mo même compressés, plus que Discord n’accepte de moi.`,
      sharedFaults: files => `Fichiers communs illisibles : ${files}. Qui m’héberge voit lesquels.`,
      onlyInServers: 'Cela ne marche que sur un serveur auquel j’ai été ajouté.',
      notAllowed: 'Seuls les membres qui peuvent gérer le serveur peuvent le faire.',
      noFile: 'Joignez un fichier, par exemple une page web enregistrée, ou donnez le lien d’une page ; l’un des deux.',
      notOwn: 'Ce serveur n’a pas d’article à lui de ce nom.',
      refusals: {
        'file-too-large': (most, size) =>
          `Un fichier peut faire ${most} Mo ; celui-ci en fait ${size === null ? 'plus' : size}.`,
        'too-many-articles': (most, count) =>
          `Un serveur peut avoir ${most} articles à lui ; avec cela il y en aurait ${count}.`,
        'no-room': (most, size) =>
          `Les articles propres à un serveur et les fichiers en attente de réponse peuvent occuper ${most} Mo ; avec cela ce serait ${size} Mo.`,
        unreadable: faults => `Ce fichier ne peut pas être ajouté (détails en anglais) :\n${faults}`,
        'foreign-file': 'Ce fichier ne se trouve pas chez Discord.',
        'file-gone': 'Discord n’a plus ce fichier.',
        'file-not-fetched': 'Le fichier n’a pas pu être obtenu de Discord. Veuillez réessayer.',
      },
      diskTroubles: {
        full: 'Le disque est plein :',
        'read-only': 'Le disque est en lecture seule :',
        'too-many-files': 'Trop de fichiers sont ouverts sur la machine du bot :',
        'not-allowed': 'Le bot n’a pas le droit de faire cela sur le disque :',
        faulty: 'Le disque signale une erreur :',
      },
      diskOutcomes: {
        'not-added': 'rien n’a été ajouté.',
        'not-removed': 'rien n’a été supprimé.',
        'not-changed': 'rien n’a été changé.',
        'not-read': 'les articles n’ont pas été relus.',
        unsure: 'on ne sait pas avec certitude ce qui a changé. Regardez les articles avant de réessayer.',
      },
      shared: (articles, sentences) =>
        `Communs à tous les serveurs : ${articles} ${articles < 2 ? 'article' : 'articles'}, ${sentences} ${sentences < 2 ? 'phrase' : 'phrases'}`,
      own: (articles, most, megabytes, mostMegabytes) =>
        `Propres à ce serveur : ${articles} articles sur ${most} au plus, ${megabytes} Mo sur ${mostMegabytes}`,
      updated: moment => `Dernier changement pris en compte : ${moment}`,
      reading: (done, total) =>
        `Lecture en cours : ${done.toLocaleString('fr')} fichiers sur ${total.toLocaleString('fr')}. Aucune question ne reçoit de réponse avant que tous soient lus.`,
      pending: files => `Modifiés et pas encore pris en compte : ${files}`,
      faults: files => `Illisibles : ${files}. En attendant, les réponses viennent de ce qui avait été lu avant.`,
      reloaded: 'Les articles ont été relus.',
      draft: count => (count === 1 ? 'Ajouter cet article ?' : `Ajouter ces ${count} articles ?`),
      replaces: headlines => `Cela remplace : ${headlines}`,
      similar: headlines => `Presque la même chose s’y trouve déjà : ${headlines}`,
      unfinished: 'Le texte s’arrête au milieu d’une phrase ou de la page. Est-il complet ?',
      missing: parts => `Non reconnu : ${parts}`,
      parts: { outlet: 'média', byline: 'signature', published: 'date', language: 'langue' },
      sentences: count => (count < 2 ? `${count} phrase` : `${count} phrases`),
      moreArticles: count => `et ${count} de plus`,
      kept: days =>
        `Seul ce serveur en reçoit des réponses. Cela est effacé ${days} jours après mon retrait du serveur.`,
      add: 'Ajouter',
      replace: 'Remplacer',
      cancel: 'Annuler',
      take: 'Retirer',
      added: 'Ajouté. Les réponses en tiennent compte dès maintenant.',
      removal: 'Retirer cet article ?',
      removed: 'Retiré. Les réponses n’en tiennent plus compte.',
      cancelled: 'Rien n’a été changé.',
      expired: 'Ce fichier n’est plus conservé. Veuillez l’envoyer de nouveau.',
    },
    web: {
      problems: {
        'no-address': 'Ce n’est pas une adresse web. En voici une : https://example.org/story',
        'with-password': 'Je ne récupère pas d’adresse avec un nom d’utilisateur ou un mot de passe.',
        'private-address': 'Cette adresse mène à un réseau privé, pas à l’internet public. Je ne la récupère pas.',
        'redirect-nowhere': 'Le site renvoie à quelque chose qui n’est pas une adresse.',
        empty: 'Le site a donné une page vide.',
        'no-such-site': 'Aucun site ne porte ce nom.',
        'no-article': 'Il n’y a pas d’article sur cette page.',
        robots: 'Le site demande aux programmes de ne pas récupérer ceci (robots.txt).',
        'not-a-feed': 'Ce n’est pas un flux (RSS, Atom ou JSON Feed).',
        'names-no-feed': 'Cette page n’est pas un flux et n’en indique aucun.',
        'no-room': 'Il n’y a plus de place pour d’autres articles sur ce serveur.',
        scheme: scheme => `Je ne récupère que des adresses en http et https, pas en ${scheme}.`,
        'too-many-redirects': most => `Le site renvoie toujours plus loin : plus de ${most} redirections.`,
        'too-many-feeds': most => `Un serveur peut suivre ${most} flux.`,
        status: status => `Le site n’a pas donné de page, mais le statut ${status}.`,
        'wrong-type': type =>
          type === null
            ? 'Le site ne dit pas de quelle sorte de page il s’agit.'
            : `Ce n’est pas une page lisible, mais du type ${type}.`,
        'page-too-large': most => `La page est trop grande : plus de ${most} Mo.`,
        'unknown-packing': encoding => `La page est compressée d’une façon que je ne connais pas : ${encoding}.`,
        'too-slow': seconds => `Le site est trop lent : la page n’était pas finie après ${seconds} s.`,
        broken: code => `Le site a donné une réponse défectueuse (${code}).`,
        'unreadable-page': faults => `La page ne peut pas être lue : ${faults}`,
      },
    },
    feeds: {
      followed: title => `Je suis désormais « ${title} ».`,
      followedAlready: title => `Je suis déjà « ${title} ».`,
      unfollowed: title => `Je ne suis plus « ${title} ». Ses articles restent.`,
      notFollowed: 'Ce serveur ne suit pas ce flux.',
      taken: count =>
        count === 0
          ? 'Il n’y avait pas de nouvel article.'
          : `On peut maintenant poser des questions sur ${articles(count)} de ce flux.`,
      underWay: 'Ses articles sont en train d’être lus. Inutile d’attendre.',
      own: (feeds, most) => `Flux que suit ce serveur : ${feeds} sur ${most} au plus`,
      shared: (feeds, failing) =>
        `Flux pour tous les serveurs : ${feeds}${failing === 0 ? '' : `, dont illisibles en ce moment : ${failing}`}`,
      unread: title => `${title} : pas encore lu`,
      fresh: (title, checked, newest) =>
        `${title} : consulté ${checked}${newest === null ? '' : `, dernier article reçu ${newest}`}`,
      failing: (title, since, problem) => `${title} : illisible depuis ${since}. ${problem}`,
      help: 'Flux que je suis :',
    },
    conversation: {
      share: (shown, all) => `${shown} de ses ${all} phrases, dans ses propres mots et dans son ordre.`,
      newest: headline => `Vous n’avez nommé aucun article ; voici donc le plus récent : « ${headline} ».`,
      notStated: 'non indiqué',
      facts: {
        headline: 'Titre',
        outlet: 'Média',
        byline: 'Par',
        published: 'Paru',
        dateline: 'Écrit depuis',
        url: 'Lien',
      },
      quoted: count => (count === 0 ? 'Personne n’est cité nommément dans cet article.' : `Cités nommément : ${count}`),
      whoIs: name => `Qui est ${name}, selon les articles :`,
      ended: 'C’était la fin de l’article.',
      mentioned: topic => `Oui, « ${topic} » est mentionné :`,
      notMentioned: (topic, articles) =>
        `Non, ${articles === 1 ? 'l’article ne mentionne' : `les ${articles} articles ne mentionnent`} pas « ${topic} ».`,
      named: count => (count === 0 ? 'Personne n’est nommé dans cet article.' : `Nommés dans l’article : ${count}`),
      otherArticles: 'La même chose pour un autre article',
      others: headlines => `Autres : ${headlines}`,
      askOn: 'Poursuivre',
      askOnField: 'Votre question',
      moreToDo: 'Plus',
      instead: examples => `Vous pourriez demander : ${examples}`,
      readAs: question => `Compris comme : ${question}`,
      manners: {
        hello: 'Bonjour ! Posez-moi une question sur les articles ; je réponds avec leurs propres mots.',
        thanks: 'Je vous en prie. Continuez quand vous voulez.',
        sorry: 'Ce n’est rien. Continuez quand vous voulez.',
        bye: 'Au revoir !',
        help: 'Je réponds aux questions sur les articles avec leurs propres mots. Demandez de quoi parle un article, qui l’a écrit, qui y est cité, ou ce que vous voulez savoir.',
        machine:
          'Je suis un programme, pas une personne ni un modèle de langage : je trouve des phrases dans les articles et les cite à la lettre.',
        insult:
          'Désolé de ne pas avoir aidé. Je ne trouve que des phrases dans les articles : d’autres mots en trouveront peut-être davantage, et /aide dit ce que je comprends.',
      },
      forExample: 'Par exemple :',
    },
    openArticle: 'Choisir un article',
    noHeadline: 'Sans titre',
    undated: 'sans date',
    noArticles: 'Il n’y a pas encore d’articles.',
    whatCanBeAsked: '/article montre d’après quoi je réponds ; /aide propose des questions qui ont une réponse.',
    notYours: 'Seuls la personne qui a demandé et les membres qui gèrent les messages peuvent supprimer cette réponse.',
    articleChanged: 'L’article a changé depuis. Ce passage n’y figure plus.',
    articleEdited: 'L’article a changé depuis que vous l’avez ouvert.',
    noSuchArticle: typed => `Aucun article ne s’appelle « ${typed} ». /article les montre tous.`,
    severalArticles: (typed, headlines) => `Plusieurs articles correspondent à « ${typed} » : ${headlines}.`,
    askWithoutQuestion: 'Posez une question, par exemple : Qui est le porte-parole ?',
    noSuchOutlet: (outlet, known) =>
      `Aucun média ne s’appelle « ${outlet} » ici.${known === '' ? '' : ` Il y a : ${known}.`}`,
    noSuchDay: typed => `Je ne peux pas lire « ${typed} » comme un jour. Écrivez-le ainsi : 2021-01-24.`,
    noArticleFits: 'Aucun article n’a paru là à ces dates.',
    daysReversed: (from, to) => `Le premier jour, ${from}, vient après le dernier, ${to}.`,
    quoteWithoutWords: 'Indiquez des mots de la citation, une personne ou les deux.',
    checkTooShort: 'C’est trop court pour être vérifié. Donnez au moins quelques mots de la citation.',
    claimHidden:
      'Discord ne me montre pas ce message. Faites un clic droit dessus et choisissez Applications → Vérifier cette citation, ou écrivez-moi : check « les mots ».',
    checkWithoutWords: 'Indiquez les mots à vérifier.',
    emptyMessage: 'Ce message ne contient pas de mots sur lesquels interroger les articles.',
    articleGone: 'Cet article n’est plus parmi ceux d’après lesquels je réponds.',
    outdatedButton:
      'Ce bouton vient d’une version antérieure et ne mène plus nulle part. Posez de nouveau la question.',
    mentionHelp: 'Mentionnez-moi avec une question, par exemple : « Qui est le porte-parole ? » /aide dit le reste.',
    stillReading: (done, total) =>
      `Je suis encore en train de lire les articles${total === 0 ? '' : ` : ${done.toLocaleString('fr')} fichiers sur ${total.toLocaleString('fr')} jusqu’ici`}. Tant que je ne les ai pas tous lus, je ne réponds à aucune question : il pourrait me manquer justement l’article qui y répond. Reposez votre question dans un instant.`,
    stillReadingShort: (done, total) =>
      `Lecture des articles en cours : ${done.toLocaleString('fr')} sur ${total.toLocaleString('fr')}`,
    bug: id => `Quelque chose a échoué de mon côté, et c’est consigné. Si vous le signalez, citez ceci : ${id}`,
    slowDown: seconds =>
      `C’était beaucoup à la fois. Réessayez dans ${seconds === 1 ? '1 seconde' : `${seconds} secondes`}.`,
    permissions: {
      ViewChannel: 'Voir le salon',
      SendMessages: 'Envoyer des messages',
      SendMessagesInThreads: 'Envoyer des messages dans les fils',
      ReadMessageHistory: 'Voir les anciens messages',
    },
    cannotAnswer: (channel, permissions) => `Je ne peux pas répondre dans ${channel}. Il m’y manque : ${permissions}.`,
    helpIntroduction: (count, sentences) =>
      `Je réponds d’après ${articles(count)} (${sentences} phrases), avec leurs propres mots, et je dis où ils se trouvent.`,
    helpExamples: 'Vous pourriez demander :',
    helpCommands: [
      '`/demander` trouve les passages qui répondent à une question. Ou mentionnez-moi, ou écrivez-moi en message privé.',
      '`/citation` trouve des citations par leurs mots, par leur auteur ou par les deux.',
      '`/vérifier` compare ce qui est cité avec ce qui est imprimé, mot à mot. Ou choisissez Applications, Vérifier cette citation sur un message.',
      '`/article` montre la liste des articles, ou l’un d’eux.',
      'Répondez à l’une de mes réponses en me mentionnant pour continuer dans le même article.',
    ],
    helpPrivacy: [
      'Rien de ce que vous écrivez n’est conservé ni transmis ; je ne lis que ce qui m’est adressé. N’est gardé, pour ce seul serveur, que ce qui est envoyé avec `/corpus ajouter` ou `/corpus suivre`.',
      'Tout le monde peut tourner les pages : qui n’a pas demandé voit la sienne seul. Seuls la personne qui a demandé et les modérateurs changent la réponse elle-même ou la suppriment.',
    ],
    helpVersion: (version, updated) => `Verbatim ${version}. Articles lus pour la dernière fois le ${updated}.`,
  },
  commands: {
    ask: {
      name: 'demander',
      description: 'Interroger les articles ; la réponse est dans leurs propres mots',
      options: {
        question: { name: 'question', description: 'Ce que vous voulez savoir' },
        article: { name: 'article', description: 'Seulement cet article' },
        outlet: { name: 'média', description: 'Seulement ce que ce média a publié' },
        from: { name: 'depuis', description: 'Seulement ce qui a paru ce jour-là ou après : 2021-01-24' },
        to: { name: 'jusque', description: 'Seulement ce qui a paru ce jour-là ou avant' },
        private: { name: 'privé', description: 'Ne montrer la réponse qu’à vous' },
      },
    },
    quote: {
      name: 'citation',
      description: 'Trouver des citations par leurs mots, par leur auteur ou par les deux',
      options: {
        words: { name: 'mots', description: 'Des mots de la citation' },
        speaker: { name: 'personne', description: 'Qui l’a dit' },
        article: { name: 'article', description: 'Seulement cet article' },
        outlet: { name: 'média', description: 'Seulement ce que ce média a publié' },
        from: { name: 'depuis', description: 'Seulement ce qui a paru ce jour-là ou après : 2021-01-24' },
        to: { name: 'jusque', description: 'Seulement ce qui a paru ce jour-là ou avant' },
        private: { name: 'privé', description: 'Ne montrer la réponse qu’à vous' },
      },
    },
    check: {
      name: 'vérifier',
      description: 'Vérifier si quelque chose a été imprimé tel qu’on le cite',
      options: {
        quote: { name: 'citation', description: 'Les mots tels qu’on les cite' },
        speaker: { name: 'personne', description: 'Qui l’aurait dit' },
        private: { name: 'privé', description: 'Ne montrer la réponse qu’à vous (par défaut)' },
      },
    },
    article: {
      name: 'article',
      description: 'Lister les articles ou en décrire un : phrases clés et personnes citées',
      options: {
        name: { name: 'nom', description: 'Quel article ; laissez vide pour tous les voir' },
        cite: { name: 'citer', description: 'L’ID court d’un passage, pour le montrer de nouveau' },
        private: { name: 'privé', description: 'Ne montrer la réponse qu’à vous' },
      },
    },
    corpus: {
      name: 'corpus',
      description: 'Les articles dont ce serveur reçoit des réponses',
      options: {
        status: { name: 'état', description: 'Combien il y en a, et ce qui ne va pas' },
        reload: { name: 'relire', description: 'Relire les articles' },
        gaps: { name: 'lacunes', description: 'Mots de questions qu’aucun article ne contient' },
        export: { name: 'exporter', description: 'Les articles de ce serveur, en fichiers' },
        add: {
          name: 'ajouter',
          description: 'Ajouter un article à ce serveur',
          options: {
            file: { name: 'fichier', description: '.txt, .md, .html ou .json, 8 Mo au plus' },
            url: { name: 'lien', description: 'Le lien d’une page' },
          },
        },
        follow: {
          name: 'suivre',
          description: 'Suivre un flux : ses articles arrivent d’eux-mêmes',
          options: { url: { name: 'lien', description: 'Le lien d’un flux, ou d’une page qui en indique un' } },
        },
        unfollow: {
          name: 'délaisser',
          description: 'Ne plus suivre un flux ; ses articles restent',
          options: { url: { name: 'lien', description: 'Quel flux' } },
        },
        remove: {
          name: 'retirer',
          description: 'Retirer un article de ce serveur',
          options: { name: { name: 'nom', description: 'Quel article' } },
        },
      },
    },
    settings: {
      name: 'réglages',
      description: 'Comment je travaille sur ce serveur ; sans option, l’état actuel',
      options: {
        language: {
          name: 'langue',
          description: 'La langue de mes propres mots ici, au lieu de celle de chaque membre',
        },
        editors: { name: 'rédaction', description: 'Un rôle qui peut tenir les articles avec /corpus' },
        log: { name: 'journal', description: 'Où je dis qui a ajouté et retiré quoi, et quels flux échouent' },
        quiet: { name: 'discret', description: 'Si « rien trouvé » ne dérange que la personne qui a demandé' },
        gaps: { name: 'lacunes', description: 'Si les mots qu’aucun article ne contient sont comptés' },
        keep: { name: 'garder', description: 'Combien de jours un article reste' },
        digest: { name: 'résumé', description: 'Où les nouveaux articles sont annoncés une fois par jour' },
        time: { name: 'heure', description: 'À quelle heure, par exemple 08:00' },
        zone: { name: 'fuseau', description: 'Le fuseau horaire, par exemple Europe/Paris' },
        off: { name: 'retirer', description: 'Annule un réglage' },
        forget: { name: 'oublier', description: 'Supprime tout ce que ce serveur a ici ; demande d’abord' },
      },
    },
    help: { name: 'aide', description: 'Ce que fait ce bot, avec des exemples, et sa confidentialité' },
    'Ask the articles': { name: 'Interroger les articles' },
    'Check this quote': { name: 'Vérifier cette citation' },
  },
}
