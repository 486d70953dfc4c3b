import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { nullable } from 'wandb-run-ops/types'
import { Int64 } from '../../../src/types/index.ts'
import { AppUrl, field, record, textIn } from '../../../src/types/wire/record.ts'
import { decoded, refusal } from '../outcome.ts'

describe('record', async () => {
  interface Point {
    readonly x: number
    readonly label: string | undefined
  }

  const Point: t.Type<Point, unknown> = record<Point>('Point', {
    x: field('xIndex', Int64),
    label: field('label', nullable(t.string)),
  })

  describe('record', () => {
    test('reads fields by their API names, and no others', () => {
      expect(decoded(Point, { xIndex: '3', label: 'a', more: 1, x: 9 })).toStrictEqual({ x: 3, label: 'a' })
    })

    test('an absent field is a key with undefined', () => {
      expect(decoded(Point, { xIndex: 1 })).toStrictEqual({ x: 1, label: undefined })
      expect(Object.keys(decoded(Point, { xIndex: 1 }))).toEqual(['x', 'label'])
    })

    test('keys are in the order of the fields, whatever the order in the node', () => {
      expect(Object.keys(decoded(Point, { label: 'a', xIndex: 1 }))).toEqual(['x', 'label'])
    })

    test('the result is frozen', () => {
      expect(Object.isFrozen(decoded(Point, { xIndex: 1 }))).toBe(true)
    })

    test('an unreadable field is named as in the record', () => {
      expect(refusal(Point, { xIndex: 'one' })).toEqual({ path: ['x'], expected: 'Int64', actual: 'string' })
      expect(refusal(Point, {})).toEqual({ path: ['x'], expected: 'Int64', actual: 'undefined' })
      expect(refusal(Point, { xIndex: 1, label: 2 })).toEqual({
        path: ['label'],
        expected: 'string | null',
        actual: 'number',
      })
    })

    test('the first unreadable field is the one named', () => {
      expect(refusal(Point, { xIndex: null, label: 2 }).path).toEqual(['x'])
    })

    test.each([
      [null, 'null'],
      [[1], 'array'],
      ['text', 'string'],
      [undefined, 'undefined'],
    ])('%j is not a record', (wire, actual) => {
      expect(refusal(Point, wire)).toEqual({ path: [], expected: 'Point', actual })
    })

    test('an inherited field is ignored', () => {
      expect(refusal(Point, Object.create({ xIndex: 1 }))).toEqual({
        path: ['x'],
        expected: 'Int64',
        actual: 'undefined',
      })
    })

    test('encodes every field under its API name, absent ones as null', () => {
      expect(Point.encode({ x: 1, label: undefined })).toEqual({ xIndex: 1, label: null })
    })

    test('recognizes what it decoded, and no near miss', () => {
      expect(Point.is(decoded(Point, { xIndex: 1 }))).toBe(true)
      expect(Point.is({ x: 1 })).toBe(false)
      expect(Point.is({ x: '1', label: undefined })).toBe(false)
      expect(Point.is({ x: 1, label: null })).toBe(false)
      expect(Point.is(Object.create({ x: 1, label: 'a' }))).toBe(false)
      expect(Point.is(null)).toBe(false)
    })

    test('a codec that succeeds on the second try is still a failure', () => {
      let calls = 0
      const fickle = new t.Type<number, number, unknown>(
        'Fickle',
        t.number.is,
        (u, context) => (calls++ === 0 ? t.failure(u, context) : t.success(1)),
        (n) => n,
      )
      expect(refusal(record<{ readonly n: number }>('N', { n: field('n', fickle) }), { n: 'x' })).toEqual({
        path: ['n'],
        expected: 'Fickle',
        actual: 'string',
      })
    })
  })
})

describe('nullable', async () => {
  const codec = nullable(t.string)

  test('null and an absent value are undefined', () => {
    expect(decoded(codec, null)).toBeUndefined()
    expect(decoded(codec, undefined)).toBeUndefined()
  })

  test.each(['', 'text', '0', 'null'])('%j stays', (text) => {
    expect(decoded(codec, text)).toBe(text)
  })

  test.each([
    [0, 'number'],
    [false, 'boolean'],
    [{}, 'object'],
  ])('%j is rejected by the codec inside', (wire, actual) => {
    expect(refusal(codec, wire)).toEqual({ path: [], expected: 'string | null', actual })
  })

  test('undefined is written as null', () => {
    expect(codec.encode(undefined)).toBeNull()
    expect(codec.encode('a')).toBe('a')
  })

  test('undefined is its own and null is not', () => {
    expect(codec.is(undefined)).toBe(true)
    expect(codec.is('a')).toBe(true)
    expect(codec.is(null)).toBe(false)
    expect(codec.is(1)).toBe(false)
  })
})

describe('fields inside of other objects', () => {
  interface Spot {
    readonly team: string
    readonly place: string | undefined
  }

  const Spot: t.Type<Spot, unknown> = record<Spot>('Spot', {
    team: field('project.entity.name', t.string),
    place: field('project.name', nullable(t.string)),
  })

  test('are read and written there', () => {
    const node = { project: { name: 'vision', entity: { name: 'team' } } }
    expect(decoded(Spot, node)).toEqual({ team: 'team', place: 'vision' })
    expect(Spot.encode({ team: 'team', place: 'vision' })).toEqual(node)
  })

  test.each([
    [{}],
    [{ project: null }],
    [{ project: [] }],
    [{ project: { entity: 'x' } }],
    [Object.create({ project: { entity: { name: 'x' } } })],
  ])('are absent in %j', (node) => {
    expect(refusal(Spot, node)).toEqual({ path: ['team'], expected: 'string', actual: 'undefined' })
  })
})

describe('textIn', async () => {
  const name = textIn('name')

  test('round-trips the name of a node', () => {
    expect(decoded(name, { name: 'team', more: 1 })).toBe('team')
    expect(name.encode('team')).toEqual({ name: 'team' })
  })

  test.each([[null], ['team'], [{}], [{ name: 1 }], [Object.create({ name: 'inherited' })]])(
    '%j is rejected',
    (wire) => {
      expect(refusal(name, wire).expected).toBe('{ name }')
    },
  )
})

describe('appUrl', async () => {
  test("is the loader's, or W&B's own by default", () => {
    expect(decoded(AppUrl, 'https://wandb.example.com')).toBe('https://wandb.example.com')
    expect([decoded(AppUrl, null), decoded(AppUrl, undefined)]).toEqual(['https://wandb.ai', 'https://wandb.ai'])
  })

  test('what is not a string is rejected', () => {
    expect(refusal(AppUrl, 1)).toEqual({ path: [], expected: 'string | null', actual: 'number' })
  })
})
