/** Countries, and the capitals that reporters let speak for them: a place is nobody's name. */

const regions = new Intl.DisplayNames('en', { type: 'region' })
const COUNTRIES = new Set<string>()
for (let first = 65; first <= 90; first++) {
  for (let second = 65; second <= 90; second++) {
    const code = String.fromCharCode(first, second)
    const name = regions.of(code)
    if (name !== undefined && name !== code) COUNTRIES.add(name.toLowerCase())
  }
}

const CAPITALS = new Set(
  `washington moscow beijing london brussels tehran kiev kyiv berlin paris jerusalem ankara delhi tokyo seoul pyongyang riyadh rome madrid
warsaw vienna athens cairo damascus baghdad kabul islamabad canberra ottawa brasilia caracas havana bogota lima santiago nairobi pretoria
abuja hanoi bangkok manila jakarta taipei doha beirut tel aviv amman minsk budapest prague dublin lisbon oslo stockholm copenhagen helsinki
geneva davos strasbourg england scotland wales britain america us usa uk eu europe africa asia
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana
maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas
gaza crimea donbas tibet kashmir xinjiang oakland chicago houston philadelphia phoenix dallas seattle denver detroit portland memphis baltimore milwaukee atlanta miami
minneapolis cleveland tampa pittsburgh cincinnati sacramento nashville glasgow edinburgh melbourne brisbane toronto montreal vancouver
mumbai shanghai istanbul dubai hollywood utah vermont virginia wisconsin wyoming ontario quebec alberta queensland victoria`.split(
    /\s+/,
  ),
)

/** Whether a name is a country's or a capital's, with or without its article. */
const TWO_WORDS = new Set(
  'new york,new jersey,new mexico,new hampshire,north carolina,south carolina,north dakota,south dakota,west virginia,rhode island,los angeles,san francisco,tel aviv,west bank,hong kong,st louis,las vegas,new orleans,new south wales,northern ireland,the hague'.split(
    ',',
  ),
)

export function isPlace(name: string): boolean {
  const lower = name.toLowerCase().replace(/^the /, '').replaceAll('.', '')
  return COUNTRIES.has(lower) || CAPITALS.has(lower) || TWO_WORDS.has(lower)
}
