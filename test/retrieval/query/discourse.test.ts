import { describe, expect, it } from 'vitest'
import { blankDiscourse, isToTheBot } from '../../../src/retrieval/query/discourse.ts'

describe('a question to the bot itself', () => {
  it.each([
    'are you a real person?',
    'hey, can you tell me a joke?',
    'Can you recommend a good novel?',
    'would you vote for him',
  ])('is told: %s', question => {
    expect(isToTheBot(question)).toBe(true)
  })

  it.each([
    'can you tell me a bit about the flood',
    'hey can you please explain why the bridge was closed',
    'could you find what Peskov said?',
    'What are you supposed to do in a flood?',
    'Can youths vote?',
    '',
  ])('is not: %s', question => {
    expect(isToTheBot(question)).toBe(false)
  })
})

const read = (question: string) => blankDiscourse(question).replace(/\s+/g, ' ').trim()

describe('blankDiscourse', () => {
  it.each([
    ['wait so did they actually beat the record??', 'did they beat the record??'],
    ['idk but what is the codename', 'what is the codename'],
    ['bro how many titles does she have 😭', 'how many titles does she have 😭'],
    ['was he arrested or nah', 'was he arrested'],
    ['how heavy is the station omg', 'how heavy is the station'],
    ['im trying to find out when the app comes back', 'when the app comes back'],
    ['what is it, like, or whatever lol 😂', 'what is it, like'],
    ['i cant remember who won the cup, anyone know?', 'who won the cup'],
    ['did the minister say anything about the flood', 'did the minister say about the flood'],
    ['did the minister say anything', 'did the minister say'],
    ['hey can someone tell me who won', 'who won'],
  ])('reads %j as %j', (typed, meant) => {
    expect(read(typed)).toBe(meant)
  })

  it.each([
    'Like a Rolling Stone was written by whom',
    'Hi-Fi speakers price',
    'yo yo ma concert when',
    'who is man ray',
    'what is a mate',
    'what happened to the please touch museum',
    'is it legit that they bought it',
    'lol',
  ])('leaves %j as it is', question => {
    expect(read(question)).toBe(question)
  })
})
