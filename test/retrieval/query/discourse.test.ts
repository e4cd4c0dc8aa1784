import { describe, expect, it } from 'vitest'
import { isToTheBot } from '../../../src/retrieval/query/discourse.ts'

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
