import { describe, expect, it } from 'vitest'
import { mendSlips } from '../../../src/retrieval/query/slips.ts'

describe('mendSlips', () => {
  it.each([
    ['Wich goverment recieved teh money', 'which government received the money'],
    ['whihc ship was lost adn when', 'which ship was lost and when'],
    ['how meny ppl', 'how many people'],
  ])('reads %j as %j', (typed, meant) => {
    expect(mendSlips(typed)).toBe(meant)
  })

  it.each([
    'when did the ins and the bts fans meet',
    'who is Teh Ming',
    'constructor and __proto__',
    'A form from Nad',
  ])('leaves %j as it is', question => {
    expect(mendSlips(question)).toBe(question)
  })
})
