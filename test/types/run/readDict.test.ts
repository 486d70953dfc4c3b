import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { JsonObject, toDecodeFailure } from 'wandb-run-ops/types'
import { type DictDecoder, isDictOfCodec, readDict, writeDict } from '../../../src/types/run/readDict.ts'
import { law } from '../../laws/law.ts'

const root: t.Context = [{ key: '', type: t.unknown, actual: {} }]

const read = (key: 'config' | 'summary', wire: unknown, codec?: DictDecoder) => {
  const outcome = readDict(key, wire, codec, root)
  return E.isLeft(outcome) ? toDecodeFailure(outcome.left) : outcome.right
}

const codecOf = (validate: t.Validate<unknown, unknown>): DictDecoder =>
  new t.Type<unknown>('Mine', t.unknown.is, validate, t.identity)

describe('readDict', () => {
  test('returns the dict and W&B’s own entries', () => {
    expect(read('config', '{"_wandb": {"value": 1}, "lr": {"value": 2}}')).toStrictEqual({
      value: { lr: 2 },
      internal: { _wandb: 1 },
    })
    expect(read('summary', '{"_wandb": {"value": 1}, "lr": {"value": "NaN"}}')).toStrictEqual({
      value: { lr: { value: Number.NaN } },
      internal: { _wandb: { value: 1 } },
    })
  })

  test.each([
    '{"_wandb":{"runtime":1},"loss":2}',
    '{"loss":2,"_wandb":{"runtime":"NaN"}}',
    '{"loss":NaN,"_wandb":{"runtime":1},"images":[{"_wandb":{"a":1}}]}',
    '{"_wandb":{"runtime":1},"loss":2,"_wandb":{"runtime":3}}',
    '{"_wandb":{},"__proto__":{"a":1},"_wandb":7}',
    '{"_wandb":{"runtime":1}}',
    '{"loss":2}',
  ])('decodes the text %s like the object, long or not', (short) => {
    const more = Array.from({ length: 400 }, (_, i) => `,"metric_${i}":${i}`).join('')
    for (const text of [short, `${short.slice(0, -1)}${more}}`]) expectAlike(text)
  })

  const expectAlike = (text: string): void => {
    const object = text.includes('NaN') ? text.replaceAll('"NaN"', 'NaN') : text
    const parsed = JsonObject.decode(object)
    expect(read('summary', text)).toStrictEqual(read('summary', E.isRight(parsed) ? parsed.right : undefined))
  }

  test('decodes a text like the object that it stands for', () => {
    const name = fc.oneof(fc.constantFrom('_wandb', 'wandb_version', '__proto__', 'value', ',"_wandb":{'), fc.string())
    const members = fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })
    const own = fc.record({ _wandb: fc.record({ value: fc.jsonValue() }) })
    law([fc.constantFrom('config', 'summary'), members, own, members], (key, before, internal, after) => {
      const text = JSON.stringify({ ...before, ...internal, ...after })
      return isDeepStrictEqual(read(key, text), read(key, JSON.parse(text)))
    })
  })

  test.each([
    '{"_wandb":{"runtime":1},"loss":}',
    '{"_wandb":{runtime:1},"loss":2}',
    '{"loss":1x"_wandb":{"runtime":1}}',
    '{"_wandb":{"runtime":1},}',
  ])('rejects %s, long or not', (text) => {
    expect(read('summary', text.padEnd(5000))).toMatchObject({ path: ['summary'], actual: 'string' })
    expect(read('summary', text)).toMatchObject({ path: ['summary'], actual: 'string' })
  })

  test('a codec decodes the unwrapped dict, without W&B’s own entries', () => {
    const seen: Array<unknown> = []
    read(
      'config',
      '{"_wandb": {"value": 1}, "lr": {"value": 2}}',
      codecOf((u) => t.success(seen.push(u))),
    )
    expect(seen).toStrictEqual([{ lr: 2 }])
  })

  test('the record has what the codec returns', () => {
    const Rate = new t.Type<number>(
      'Rate',
      t.number.is,
      (u, context) =>
        typeof u === 'object' && u !== null && 'lr' in u ? t.success(Number(u.lr)) : t.failure(u, context),
      t.identity,
    )
    expect(read('config', '{"lr": {"value": 2}}', Rate)).toStrictEqual({ value: 2, internal: {} })
  })

  test('an object or array from a codec is frozen, a class instance is not', () => {
    const made = (value: unknown): unknown => {
      const outcome = read(
        'config',
        '{}',
        codecOf(() => t.success(value)),
      )
      return 'value' in outcome ? outcome.value : undefined
    }
    expect([{}, [], Object.create(null), t.strict({}).decode({ a: 1 })].map(made).every(Object.isFrozen)).toBe(true)
    expect([new Map(), new Date(0), new Float64Array(2)].map(made).some(Object.isFrozen)).toBe(false)
  })

  test('the path starts with the record’s name for the dict', () => {
    expect(read('config', '[]')).toEqual({ path: ['config'], expected: 'JSON object', actual: 'string' })
    expect(read('summary', 5)).toEqual({ path: ['summary'], expected: 'JSON object', actual: 'number' })
    expect(read('config', '{"o": {"value": {"lr": "x"}}}', t.type({ o: t.type({ lr: t.number }) }))).toEqual({
      path: ['config', 'o', 'lr'],
      expected: 'number',
      actual: 'string',
    })
  })

  test('the path continues when a codec starts one of its own', () => {
    const inner = t.type({ lr: t.number })
    const codec = codecOf((u) => inner.decode(u))
    expect(read('config', '{"lr": {"value": "x"}}', codec)).toEqual({
      path: ['config', 'lr'],
      expected: 'number',
      actual: 'string',
    })
  })

  test.each<[string, t.Validate<unknown, unknown>]>([
    [
      'throws',
      () => {
        throw new Error('sk-secret')
      },
    ],
    [
      'throws no error',
      () => {
        throw null
      },
    ],
    [
      'writes into what it is given',
      (u) => {
        Object.assign(u as object, { lr: 5 })
        return t.success(u)
      },
    ],
    ['gives nothing back', () => undefined as unknown as t.Validation<unknown>],
    ['gives errors that are none', () => E.left([null]) as unknown as t.Validation<unknown>],
  ])('a codec that %s is a failure', (_, validate) => {
    expect(read('config', '{"lr": {"value": "sk-secret"}}', codecOf(validate))).toEqual({
      path: ['config'],
      expected: 'Mine',
      actual: 'object',
    })
  })

  test('a codec that fails without errors is still a failure', () => {
    const outcome = readDict(
      'config',
      '{}',
      codecOf(() => E.left([])),
      root,
    )
    expect(E.isLeft(outcome)).toBe(true)
  })
})

describe('writeDict', () => {
  test('joins the dict and W&B’s own entries', () => {
    expect(writeDict('config', { lr: 1 }, undefined, { _wandb: 2 })).toStrictEqual({
      lr: { value: 1 },
      _wandb: { value: 2 },
    })
    expect(writeDict('summary', { loss: 1 }, undefined, { _wandb: 2 })).toStrictEqual({ loss: 1, _wandb: 2 })
  })

  test('a codec that can encode is used', () => {
    const codec = new t.Type<number, { readonly lr: number }, unknown>('Rate', t.number.is, t.failure, (lr) => ({ lr }))
    expect(writeDict('config', 3, codec, {})).toStrictEqual({ lr: { value: 3 } })
  })

  test('a decoder that cannot encode leaves an object as it is', () => {
    const decoder: DictDecoder = { name: 'D', validate: t.failure, decode: (u) => t.failure(u, root) }
    expect(writeDict('config', { lr: 1 }, decoder, {})).toStrictEqual({ lr: { value: 1 } })
    expect(writeDict('config', null, decoder, {})).toStrictEqual({})
  })
})

describe('isDict', () => {
  test('without a codec, an object is one', () => {
    expect(isDictOfCodec({}, undefined)).toBe(true)
    expect(isDictOfCodec([], undefined)).toBe(false)
    expect(isDictOfCodec(undefined, undefined)).toBe(false)
  })

  test('with a codec, what the codec recognizes is one', () => {
    expect(isDictOfCodec({ lr: 1 }, t.type({ lr: t.number }))).toBe(true)
    expect(isDictOfCodec({ lr: 'x' }, t.type({ lr: t.number }))).toBe(false)
  })

  test('with a decoder only, anything is one', () => {
    expect(isDictOfCodec(5, { name: 'D', validate: t.failure, decode: (u) => t.failure(u, root) })).toBe(true)
  })
})
