/**
 * Loaded before the program under test: its clock is DAYS_AHEAD ahead, and at each SIGUSR2 a day goes by, at whose end everything that is to happen
 * once a day happens.
 */
const DAY_MS = 24 * 3_600_000

const RealDate = Date
const realInterval = setInterval
const daily: (() => void)[] = []
let aheadMs = Number(process.env.DAYS_AHEAD ?? 0) * DAY_MS

globalThis.Date = new Proxy(RealDate, {
  construct: (real, given, self) => Reflect.construct(real, given.length === 0 ? [real.now() + aheadMs] : given, self),
  get: (real, name) => (name === 'now' ? () => real.now() + aheadMs : Reflect.get(real, name)),
})
globalThis.setInterval = new Proxy(realInterval, {
  apply(real, self, given: Parameters<typeof realInterval>) {
    const [call, ms] = given
    if (ms === DAY_MS) daily.push(call)
    return Reflect.apply(real, self, given)
  },
})
process.on('SIGUSR2', () => {
  aheadMs += DAY_MS
  for (const call of daily) call()
})
