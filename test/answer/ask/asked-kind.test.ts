import { describe, expect, it } from 'vitest'
import { lacksAskedKind } from '../../../src/answer/ask/asked-kind.ts'

describe('what is asked for', () => {
  it.each([
    ['How much will the new ferry cost?', 'The ferry carries 1,200 people and sails in May.'],
    ["What's the price of the ferry?", 'The ferry carries 1,200 people and sails in May.'],
    ['how much did the mayor get paid', 'The mayor, 58, has been in office for three years.'],
    ['How many shops closed in Lenn last month?', 'Sales in the shops of Lenn fell by 10 per cent last month.'],
    ['How many people came?', 'People came from all over the valley.'],
    ['What did the mayor say about the flood?', 'The mayor visited the flooded houses on Monday.'],
  ])('is lacking: %s', (question, passage) => {
    expect(lacksAskedKind(question, passage)).toBe(true)
  })

  it.each([
    ['How much will the new ferry cost?', 'The ferry costs $12.5 million, a third more than planned.'],
    ['How much will the new ferry cost?', 'Rides are free for children.'],
    ['how much did the mayor get paid', 'He earned 90,000 euros a year.'],
    ['How many shops closed in Lenn?', 'In Lenn, 14 stores shut their doors.'],
    ['How many helicopters flew?', 'The army sent another 90 helicopters, of which 60 flew.'],
    ['How many people came?', 'Two teachers and a dog came.'],
    ['How much longer is the new bridge?', 'The new bridge is twice as long.'],
    ['What did the mayor say about the flood?', '“We were lucky,” the mayor said of the flood.'],
    ['Who is the mayor?', 'Ilse Brandt leads the town.'],
    ['', ''],
    ['how many', 'No number here.'],
  ])('is there, or cannot be told: %s', (question, passage) => {
    expect(lacksAskedKind(question, passage)).toBe(false)
  })
})
