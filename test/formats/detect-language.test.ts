import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../src/formats/detect-language.ts'
import { parseFile } from '../../src/formats/parse.ts'

describe('detectLanguage', () => {
  it.each([
    ['en', 'The river Lenn rose by four metres on Tuesday night, the water board said, and it flooded 1,250 houses.'],
    ['es', 'El río Lenn subió cuatro metros en la noche del martes, dijo la junta del agua, e inundó 1.250 casas.'],
    ['fr', 'La rivière Lenn est montée de quatre mètres dans la nuit de mardi, a déclaré l’office de l’eau.'],
    ['de', 'Der Fluss Lenn stieg in der Nacht zum Mittwoch um vier Meter, teilte die Wasserbehörde mit.'],
    ['it', 'Il fiume Lenn è salito di quattro metri nella notte di martedì, ha detto l’ente idrico.'],
    ['pt', 'O rio Lenn subiu quatro metros na noite de terça-feira, disse o conselho da água, e inundou 1.250 casas.'],
    ['nl', 'De rivier de Lenn steeg dinsdagnacht vier meter, zei het waterschap, en 1.250 huizen liepen onder.'],
    ['no', 'Elva Lenn steg fire meter natt til onsdag, sa vannverket, og 1250 hus i Marbach ble oversvømt av vannet.'],
    ['sv', 'Floden Lenn steg fyra meter natten till onsdagen, sade vattenverket, och 1 250 hus översvämmades.'],
    ['ru', 'Река Ленн поднялась на четыре метра в ночь на среду, сообщило водное управление.'],
    ['hi', 'जल बोर्ड ने कहा कि मंगलवार की रात लेन नदी चार मीटर बढ़ गई।'],
    ['ar', 'قالت هيئة المياه إن نهر لين ارتفع أربعة أمتار ليلة الثلاثاء'],
    ['zh', '水务局说，伦河周二夜间上涨四米，淹没了一千多座房屋。'],
    ['ja', '水道局によると、レン川は火曜日の夜に4メートル上昇した。'],
  ])('knows %s', async (language, text) => {
    expect(await detectLanguage(text)).toBe(language)
  })

  it.each([[''], ['Marbach 2024'], ['1,250 — 48'], ['🙂🙂🙂'], ['constructor __proto__']])(
    'says nothing about %j',
    async text => {
      expect(await detectLanguage(text)).toBeNull()
    },
  )

  it('is asked where an article does not name its language, and only there', async () => {
    const text = 'El río Lenn subió cuatro metros en la noche del martes, dijo la junta del agua, e inundó 1.250 casas.'
    const languageOf = async (head: string) =>
      (await parseFile({ path: 'a.txt', slug: 'a', bytes: new TextEncoder().encode(`---\n${head}\n---\n${text}`) }))[0]
        ?.language
    expect(await languageOf('headline: Río')).toBe('es')
    expect(await languageOf('language: ca')).toBe('ca')
  })
})
