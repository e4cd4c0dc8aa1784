import { describe, expect, it } from 'vitest'
import { answerTypes, questionType } from '../../../src/retrieval/query/question-type.ts'

describe('questionType', () => {
  it.each([
    ['who is the mayor', 'person'],
    ['to whom did she write', 'person'],
    ['what king reigned', 'person'],
    ['when did it open', 'date'],
    ['in which year was it built', 'date'],
    ['where is the harbour', 'place'],
    ['what is the capital of france', 'place'],
    ['what large city lies there', 'place'],
    ['how many people were detained', 'number'],
    ['how old is it', 'age'],
    ['how long is it', 'number'],
    ['what school principal wrote it', 'thing'],
    ['which sculptor won', 'person'],
    ['what was the population', 'number'],
    ['why was it closed', 'reason'],
    ['how did they escape', 'manner'],
    ['did the embassy answer', 'yesNo'],
    ['what did the embassy answer', 'thing'],
    ['harbour', 'thing'],
    ['', 'thing'],
  ] as const)('takes %j to ask for a %s', (question, type) => {
    expect(questionType(question.split(' ')).type).toBe(answerTypes[type])
  })

  it('finds the word that names what is asked for', () => {
    expect(questionType(['what', 'colour', 'is', 'it']).head).toBe(1)
    expect(questionType(['how', 'many', 'people', 'came']).head).toBe(2)
    expect(questionType(['what', 'natural', 'disaster', 'did', 'it', 'survive']).head).toBe(2)
    expect(questionType(['which', 'judge', 'joined', 'the', 'panel']).head).toBe(1)
    expect(questionType(['what']).head).toBe(-1)
  })

  it('tells forms of questions apart by their question word and the class of the noun', () => {
    const form = (question: string) => questionType(question.split(' ')).form
    expect(form('how many came')).toBe('howMany')
    expect(form('who came')).toBe('who')
    expect(form('what song did she sing')).toBe(form('which film won'))
    expect(form('what did she sing')).toBe('whatDo')
    expect(form('what zzzz came')).toBe('whatThing')
    expect(form('what constructor is it')).not.toBe('')
  })
})
