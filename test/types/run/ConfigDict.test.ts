import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ConfigDict } from 'wandb-run-ops/types'
import { splitConfig, wrapConfig } from '../../../src/types/run/ConfigDict.ts'
import { oddKeys, withOddKeys } from '../../fixtures/types/oddKeys.ts'
import { extendedObject, jsonObject, toWireText } from '../arbitraries/wire.ts'
import { decoded, refusal } from '../outcome.ts'

/** Both forms in which the server can send a config. */
const read = (wire: object): ReadonlyArray<ConfigDict> => [
  decoded(ConfigDict, wire),
  decoded(ConfigDict, toWireText(wire)),
]

describe('ConfigDict', () => {
  test.each([
    ['an entry with a value', { lr: { desc: null, value: 0.1 } }, { lr: 0.1 }],
    ['a value without a description', { lr: { value: 0.1 } }, { lr: 0.1 }],
    ['a value that is null', { lr: { value: null } }, { lr: null }],
    [
      'a value that is an object with a value: once only',
      { o: { value: { value: 3, x: 1 } } },
      { o: { value: 3, x: 1 } },
    ],
    ['values deeper down', { o: { value: { lr: { value: 1 } } } }, { o: { lr: { value: 1 } } }],
    ['an object without a value', { o: { desc: 'a' } }, { o: { desc: 'a' } }],
    ['an empty object', { o: {} }, { o: {} }],
    ['null', { lr: null }, { lr: null }],
    ['a bare number', { lr: 0.1 }, { lr: 0.1 }],
    ['a bare string', { lr: 'value' }, { lr: 'value' }],
    ['an array', { layers: [{ value: 1 }] }, { layers: [{ value: 1 }] }],
    ['falsy values', { a: { value: 0 }, b: { value: false }, c: { value: '' } }, { a: 0, b: false, c: '' }],
    ['bare falsy values', { a: 0, b: false, c: '' }, { a: 0, b: false, c: '' }],
    ['a key called value', { value: { value: 1 }, desc: { value: 2 } }, { value: 1, desc: 2 }],
    ['a bare key called value', { value: 1 }, { value: 1 }],
  ])('%s is decoded correctly', (_, wire, dict) => {
    for (const config of read(wire)) expect(config).toStrictEqual(dict)
  })

  test('_wandb and wandb_version are left out', () => {
    for (const config of read({ _wandb: { value: { python: '3.11' } }, wandb_version: 1, lr: { value: 1 } }))
      expect(config).toStrictEqual({ lr: 1 })
  })

  test.each(['_wandb_x', '_WANDB', 'wandb', 'wandb_versions', '_'])('%s is a user’s key', (key) => {
    for (const config of read({ [key]: { value: 1 } })) expect(config).toStrictEqual({ [key]: 1 })
  })

  test('a nested _wandb stays', () => {
    for (const config of read({ a: { value: { _wandb: 1 } } })) expect(config).toStrictEqual({ a: { _wandb: 1 } })
  })

  test.each([[null], [undefined], [''], ['null'], ['{}'], [{}]])('%j is an empty config', (wire) => {
    expect(decoded(ConfigDict, wire)).toStrictEqual({})
  })

  test('quoted non-finite numbers stay strings, bare ones are numbers', () => {
    expect(decoded(ConfigDict, '{"a": {"value": "NaN"}, "b": {"value": ["-Infinity", NaN]}}')).toStrictEqual({
      a: 'NaN',
      b: ['-Infinity', Number.NaN],
    })
  })

  test.each(oddKeys)('%j is an ordinary key, at the top and nested', (key) => {
    const wire = { ...JSON.parse(`{${JSON.stringify(key)}: {"value": {${JSON.stringify(key)}: {"value": 1}}}}`) }
    for (const config of read(wire)) {
      expect(Object.keys(config)).toEqual([key])
      expect(Object.getPrototypeOf(config)).toBe(Object.prototype)
      const below = Object.values(config)[0] as object
      expect(Object.entries(below)).toEqual([[key, { value: 1 }]])
    }
  })

  test('an inherited value does not unwrap an entry', () => {
    const entry: unknown = JSON.parse('{"__proto__": {"value": 1}}')
    for (const config of read({ a: entry as object })) expect(Object.keys(config['a'] as object)).toEqual(['__proto__'])
    const inheriting = Object.create({ value: 1 }) as object
    expect(decoded(ConfigDict, { a: inheriting })['a']).toBe(inheriting)
  })

  test('is frozen, and does not modify the input', () => {
    const wire = { lr: { value: 1 }, _wandb: { value: {} } }
    const config = decoded(ConfigDict, wire)
    expect(Object.isFrozen(config)).toBe(true)
    expect(Object.isFrozen(decoded(ConfigDict, '{}'))).toBe(true)
    expect(Object.isFrozen(wire)).toBe(false)
    wire.lr = { value: 2 }
    expect(config).toStrictEqual({ lr: 1 })
    expect(wire).toHaveProperty('_wandb')
  })

  test.each([
    ['[1]', 'string'],
    ['{', 'string'],
    [5, 'number'],
    [['a'], 'array'],
  ])('%j is rejected', (wire, actual) => {
    expect(refusal(ConfigDict, wire)).toEqual({ path: [], expected: 'ConfigDict', actual })
  })

  test('round-trips', () => {
    fc.assert(
      fc.property(extendedObject, (wire) => {
        const config = decoded(ConfigDict, wire)
        const back = ConfigDict.encode(config)
        return (
          isDeepStrictEqual(decoded(ConfigDict, back), config) && isDeepStrictEqual(read(back as object)[1], config)
        )
      }),
    )
  })

  test('recognizes objects only', () => {
    expect(ConfigDict.is({ a: 1 })).toBe(true)
    expect([null, [], '{}', 1, undefined].some(ConfigDict.is)).toBe(false)
  })
})

describe('splitConfig', () => {
  test('returns what it leaves out, unwrapped as well', () => {
    expect(splitConfig({ _wandb: { value: { python: '3.11' } }, wandb_version: 1, lr: { value: 1 } })).toStrictEqual({
      dict: { lr: 1 },
      internal: { _wandb: { python: '3.11' }, wandb_version: 1 },
    })
  })

  test('every key is on one side, in order', () => {
    fc.assert(
      fc.property(jsonObject, fc.boolean(), (wire, ours) => {
        const all = ours ? { _wandb: 1, ...wire } : wire
        const { dict, internal } = splitConfig(all)
        const reserved = (key: string): boolean => key === '_wandb' || key === 'wandb_version'
        return (
          isDeepStrictEqual(
            Object.keys(dict),
            Object.keys(all).filter((key) => !reserved(key)),
          ) && isDeepStrictEqual(Object.keys(internal), Object.keys(all).filter(reserved))
        )
      }),
    )
  })

  test('returns the same for an owned object as for one that it must copy', () => {
    fc.assert(
      fc.property(jsonObject, fc.subarray(['_wandb', 'wandb_version']), fc.boolean(), (wire, reserved, first) => {
        const entries = reserved.map((key) => [key, { value: key }] as const)
        const all = first ? { ...Object.fromEntries(entries), ...wire } : { ...wire, ...Object.fromEntries(entries) }
        const before = structuredClone(all)
        const copied = splitConfig(all)
        if (!isDeepStrictEqual(all, before)) return false
        const kept = splitConfig(all, true)
        return (
          isDeepStrictEqual(kept, copied) &&
          isDeepStrictEqual(Object.keys(kept.dict), Object.keys(copied.dict)) &&
          Object.isFrozen(kept.dict) &&
          Object.getPrototypeOf(kept.dict) === Object.prototype
        )
      }),
    )
  })

  test('both sides are frozen', () => {
    const { dict, internal } = splitConfig({})
    expect(Object.isFrozen(dict) && Object.isFrozen(internal)).toBe(true)
  })
})

test('wrapConfig wraps every entry, whatever its key', () => {
  expect(Object.entries(wrapConfig(withOddKeys(1)))).toEqual(Object.entries(withOddKeys({ value: 1 })))
})
