import { beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../src/answer/ask/ask.ts'
import { slice } from '../../src/article/article.ts'
import { parseFile } from '../../src/formats/parse.ts'
import { createLibrary, type Library } from '../../src/library/library.ts'

// One story in twelve languages, none of which the files name.
const stories: readonly (readonly [language: string, bridge: string, rest: string, question: string])[] = [
  [
    'en',
    'The mayor, Ilse Brandt, said that the old bridge would be rebuilt before winter.',
    'The river Lenn rose by four metres on Tuesday night. It flooded 1,250 houses in Marbach. Schools stay closed until Friday.',
    'When will the old bridge be rebuilt?',
  ],
  [
    'es',
    'La alcaldesa, Ilse Brandt, dijo que el puente viejo será reconstruido antes del invierno.',
    'El río Lenn subió cuatro metros en la noche del martes. Inundó 1.250 casas en Marbach. Las escuelas permanecen cerradas hasta el viernes.',
    '¿Cuándo será reconstruido el puente?',
  ],
  [
    'fr',
    'La maire, Ilse Brandt, a déclaré que le vieux pont serait reconstruit avant l’hiver.',
    'La rivière Lenn est montée de quatre mètres dans la nuit de mardi. Elle a inondé 1 250 maisons à Marbach. Les écoles restent fermées jusqu’à vendredi.',
    'Quand le vieux pont sera-t-il reconstruit ?',
  ],
  [
    'de',
    'Die Bürgermeisterin Ilse Brandt sagte, die alte Brücke werde vor dem Winter wieder aufgebaut.',
    'Der Fluss Lenn stieg in der Nacht zum Mittwoch um vier Meter. Er überflutete 1.250 Häuser in Marbach. Die Schulen bleiben bis Freitag geschlossen.',
    'Wann wird die alte Brücke wieder aufgebaut?',
  ],
  [
    'it',
    'La sindaca, Ilse Brandt, ha detto che il vecchio ponte sarà ricostruito prima dell’inverno.',
    'Il fiume Lenn è salito di quattro metri nella notte di martedì. Ha inondato 1.250 case a Marbach. Le scuole restano chiuse fino a venerdì.',
    'Quando sarà ricostruito il ponte?',
  ],
  [
    'pt',
    'A prefeita, Ilse Brandt, disse que a ponte velha será reconstruída antes do inverno.',
    'O rio Lenn subiu quatro metros na noite de terça-feira. Inundou 1.250 casas em Marbach. As escolas ficam fechadas até sexta-feira.',
    'Quando a ponte velha será reconstruída?',
  ],
  [
    'nl',
    'De burgemeester, Ilse Brandt, zei dat de oude brug voor de winter herbouwd wordt.',
    'De rivier de Lenn steeg dinsdagnacht vier meter, zei het waterschap. In Marbach liepen 1.250 huizen onder. De scholen blijven tot vrijdag gesloten.',
    'Wanneer wordt de oude brug herbouwd?',
  ],
  [
    'no',
    'Ordføreren, Ilse Brandt, sa at den gamle broen skal bygges opp igjen før vinteren.',
    'Elva Lenn steg fire meter natt til onsdag, sa vannverket. Den oversvømte 1250 hus i Marbach. Skolene er stengt til fredag.',
    'Når skal den gamle broen bygges opp igjen?',
  ],
  [
    'sv',
    'Borgmästaren, Ilse Brandt, sade att den gamla bron ska byggas upp igen före vintern.',
    'Floden Lenn steg fyra meter natten till onsdagen, sade vattenverket. Den översvämmade 1 250 hus i Marbach. Skolorna är stängda till fredag.',
    'När ska den gamla bron byggas upp?',
  ],
  [
    'ru',
    'Мэр Ильзе Брандт сказала, что старый мост будет восстановлен до зимы.',
    'Река Ленн поднялась на четыре метра в ночь на среду, сообщило водное управление. Она затопила 1250 домов в Марбахе. Школы закрыты до пятницы.',
    'Когда будет восстановлен старый мост?',
  ],
  [
    'hi',
    'मेयर इल्से ब्रांट ने कहा कि पुराना पुल सर्दियों से पहले फिर बनाया जाएगा।',
    'जल बोर्ड ने कहा कि मंगलवार की रात लेन नदी चार मीटर बढ़ गई। इससे मारबाख में 1,250 घर डूब गए। स्कूल शुक्रवार तक बंद रहेंगे।',
    'पुराना पुल कब बनाया जाएगा?',
  ],
  [
    'zh',
    '市长伊尔泽·勃兰特说，旧桥将在冬天之前重建。',
    '水务局说，伦河周二夜间上涨四米。洪水淹没了马尔巴赫的一千二百五十座房屋。学校关闭至周五。',
    '旧桥什么时候重建？',
  ],
]

let library: Library
beforeAll(async () => {
  const files = stories.map(([language, bridge, rest]) => {
    const bytes = new TextEncoder().encode(`---\nheadline: Marbach ${language}\n---\n\n${rest}\n\n${bridge}`)
    return parseFile({ path: `${language}.txt`, slug: language, bytes })
  })
  library = createLibrary((await Promise.all(files)).flat(), new Date(0))
})

describe('articles in several languages, in one index', () => {
  it.each(stories)('knows the language %s', language => {
    expect(library.articles.get(language)?.language).toBe(language)
  })

  it.each(stories)('answers in %s first, with the sentence that says it', (language, bridge, _, question) => {
    const [first] = ask(library, question, { limit: 3, article: null, grouping: 'paragraph' }).passages
    expect([first?.article.slug, first && slice(first.article, first.sentence)]).toEqual([language, bridge])
  })
})
