import { describe, expect, it } from 'vitest'
import { type Earlier, resolve, unwrap } from '../../../src/answer/conversation/resolve.ts'

const ana: Earlier['person'] = { name: 'Ana Costa', gender: 'female' }

describe('a line that leans on the question before', () => {
  it.each([
    [
      'How many people were detained in Lenn?',
      'and in the second city?',
      'How many people were detained in the second city?',
    ],
    [
      'who was flying the plane that came down near Lenn',
      'and the one in Marbach?',
      'who was flying the plane that came down in Marbach?',
    ],
    ['How did Lenn react to the vote?', 'and Marbach?', 'how did Marbach react to the vote?'],
    ['how long do teens spend on screens a day', 'what about tweens?', 'how long do tweens spend on screens a day?'],
    ['Where did the ship carrying the mail land?', 'ok and when?', 'when did the ship carrying the mail land?'],
    [
      'Where did the ship carrying the mail land?',
      'at what time?',
      'at what time did the ship carrying the mail land?',
    ],
    ['How many people were detained in Lenn?', 'why?', 'why were people detained in Lenn?'],
    ['How many cars did dealers sell in May?', 'where was that?', 'where did dealers sell in May cars?'],
    ['Who bought the mill?', 'when?', 'when? (Who bought the mill)'],
    ['Who bought the mill?', 'and the lighthouse?', 'Who bought the mill – and the lighthouse?'],
    ['What went wrong at the mill?', 'so did they fix it?', 'did they fix it (What went wrong at the mill)?'],
    ['did they fix it (What went wrong at the mill)?', 'when?', 'when did they fix it?'],
  ])('after “%s”, “%s” is read as “%s”', (question, line, readAs) => {
    expect(resolve(line, { question, person: null }).readAs).toBe(readAs)
  })

  it.each([
    ['is she still there?', 'is Ana Costa still there?'],
    ['and what did she do then', 'what did Ana Costa do then?'],
    ['who is her lawyer?', 'who is Ana Costa’s lawyer?'],
    ['did anybody help her in Lenn?', 'did anybody help Ana Costa in Lenn?'],
    ['was he there?', 'was he there (Who bought the mill)?'],
  ])('names the person whom the words fit: “%s”', (line, readAs) => {
    expect(resolve(line, { question: 'Who bought the mill?', person: ana }).readAs).toBe(readAs)
  })

  it('finds the question again that was read on from', () => {
    expect(unwrap('go on (Who bought the mill?)')).toBe('Who bought the mill?')
    expect(unwrap('Who bought the mill?')).toBe('Who bought the mill?')
  })
})
