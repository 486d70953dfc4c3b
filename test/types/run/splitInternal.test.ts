import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fastSplitInternal } from '../../../src/types/run/splitInternal.ts'
import { law } from '../../laws/law.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Both parts parsed, if both are JSON. */
const parts = (text: string) => {
  const cut = fastSplitInternal(text)
  return cut !== undefined && isJson(cut.rest) && isJson(cut.value)
    ? { rest: JSON.parse(cut.rest) as unknown, value: JSON.parse(cut.value) as unknown }
    : undefined
}

const without = (object: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))

describe('fastSplitInternal', () => {
  test.each([
    ['{"_wandb":{"a":1},"b":2}', { b: 2 }],
    ['{"b":2,"_wandb":{"a":1}}', { b: 2 }],
    ['{"b":2,"_wandb":{"a":1},"c":[{"d":1}]}', { b: 2, c: [{ d: 1 }] }],
    [' { "b" : 2 , "_wandb" : { "a" : 1 } , "c" : 3 } ', { b: 2, c: 3 }],
    ['{"_wandb":{"a":1}}', {}],
    [' {"_wandb":{"a":1} } ', {}],
    ['{"b":{"c":[1]},"_wandb":{"a":1},"d":2}', { b: { c: [1] }, d: 2 }],
    ['{"b":"{[,\\"","_wandb":{"a":1}}', { b: '{[,"' }],
  ])('cuts it out of %s', (text, rest) => {
    expect(parts(text)).toEqual({ rest, value: { a: 1 } })
  })

  test.each([
    '{"b":2}',
    '{"b":{"_wandb":{"a":1}}}',
    '{"b":[1,{"_wandb":{"a":1}}]}',
    '{"b":["_wandb"],"_wandb":{"a":1}}',
    '{"_wandb":7}',
    '{"b":"_wandb"}',
    '{"b\\"_wandb":{"a":1}}',
    '[{"_wandb":{"a":1}}]',
    '{"_wandb":{"a":1}"b":2}',
    '{"b":1x"_wandb":{"a":1}}',
    '"_wandb":{"a":1}}',
    '',
  ])('leaves %s alone', (text) => {
    expect(parts(text)).toBeUndefined()
  })

  test('cuts out a value with lists and dicts in it', () => {
    const value = { t: { '1': [5, { a: '}' }] }, cli: '0.31"{' }
    const text = JSON.stringify({ _wandb: { desc: null, value }, lr: { value: 1 } })
    expect(parts(text)).toEqual({ rest: { lr: { value: 1 } }, value: { desc: null, value } })
  })

  test('if the whole is not JSON, at least one part is not', () => {
    for (const text of [
      '{"a":1,,"_wandb":{}}',
      '{,"_wandb":{},"a":1}',
      '{"_wandb":{},}',
      '{"a":1,"_wandb":{},}',
      '{"_wandb":{}}}',
      '{,"_wandb":{}}',
      '{ , "_wandb":{}}',
      '{"a,"_wandb":{},":1}',
      '[1,"_wandb":{},2]',
      '{"_wandb":{"a":1]}',
      '{"_wandb":{"a":"}',
    ])
      expect(parts(text)).toBeUndefined()
  })

  test('the parts parse to the parts of the whole', () => {
    const name = fc.oneof(
      fc.constantFrom('_wandb', 'a', '', '"_wandb"', ',"_wandb":{', '\\'),
      fc.string({ maxLength: 3 }),
    )
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.dictionary(name, fc.jsonValue({ maxDepth: 0 }), { maxKeys: 2 }),
    )
    const members = fc.dictionary(name, value, { maxKeys: 3, noNullPrototype: true })
    const object = fc
      .tuple(members, fc.option(fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true })), members)
      .map(([before, own, after]) => ({ ...before, ...(own === null ? {} : { _wandb: own }), ...after }))
      .map((all): Readonly<Record<string, unknown>> => all)
    let cuts = 0
    law([object, fc.constantFrom(undefined, 1, ' ')], (made, space) => {
      const text = JSON.stringify(made, null, space)
      const found = parts(text)
      if (found === undefined) return true
      cuts += 1
      return (
        JSON.stringify(found.value) === JSON.stringify(made['_wandb']) &&
        JSON.stringify(found.rest) === JSON.stringify(without(made, '_wandb'))
      )
    })
    expect(cuts).toBeGreaterThan(5)
  })

  test('the parts of invalid text are invalid too', () => {
    const character = fc.constantFrom('{', '}', ',', ':', '"_wandb"', '"a"', '1', '[', ']', ' ', '"')
    law([fc.array(character, { maxLength: 14 })], (characters) => {
      const text = characters.join('')
      return parts(text) === undefined || isJson(text)
    })
  })
})
