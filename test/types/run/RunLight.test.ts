import { isDeepStrictEqual, types } from 'node:util'
import fc from 'fast-check'
import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { runCodec, unknownUser } from 'wandb-run-ops/types'
import { fastLight, runNodeFields } from '../../../src/types/run/RunLight.ts'
import { isObject } from '../../../src/types/wire/own.ts'
import { readFields } from '../../../src/types/wire/record.ts'
import { json } from '../../arbitraries/json.ts'
import { wireRun } from '../../arbitraries/wire.ts'
import { fullNode, smallNode } from '../../fixtures/types/fullNode.ts'
import { caseCount, law } from '../../laws/law.ts'
import { mutate } from '../arbitraries/mutate.ts'
import { random } from '../arbitraries/random.ts'
import { decoded, refusal } from '../outcome.ts'

const Light = runCodec([])

const place = { entity: 'team', project: 'vision', appUrl: 'https://wandb.ai' }

const internal = { config: {}, summary: {} }

describe('the light fields', () => {
  test('are read from their keys in the node', () => {
    expect(decoded(Light, fullNode)).toStrictEqual({
      ...place,
      id: 'a1b2c3d4',
      storageId: 'UnVuOjE=',
      displayName: 'sunny-sky-1',
      state: 'finished',
      createdAt: new Date('2024-02-29T10:00:00Z'),
      heartbeatAt: new Date('2024-02-29T10:30:00.500Z'),
      tags: ['baseline', 'gpu'],
      group: 'fold-1',
      jobType: 'train',
      sweepName: 'sw33p',
      user: { id: 'VXNlcjox', username: 'ada', name: 'Ada' },
      notes: 'first try',
      description: 'older text',
      commit: 'deadbeef',
      readOnly: false,
      historyLineCount: 120,
      computeSeconds: 1800,
      internal,
    })
  })

  test('are keys with undefined if not sent', () => {
    expect(decoded(Light, smallNode)).toStrictEqual({
      ...place,
      id: 'a1b2c3d4',
      storageId: 'UnVuOjE=',
      displayName: undefined,
      state: undefined,
      createdAt: new Date('2024-02-29T10:00:00Z'),
      heartbeatAt: undefined,
      tags: [],
      group: undefined,
      jobType: undefined,
      sweepName: undefined,
      user: unknownUser,
      notes: undefined,
      description: undefined,
      commit: undefined,
      readOnly: undefined,
      historyLineCount: undefined,
      computeSeconds: undefined,
      internal,
    })
  })

  test('are the same if sent as null', () => {
    const nulls = Object.fromEntries(Object.values(runNodeFields).map(({ wire }) => [wire, null]))
    expect(decoded(Light, { ...nulls, ...smallNode })).toStrictEqual(decoded(Light, smallNode))
  })

  test('empty strings, zero and false are not absent', () => {
    const wire = { displayName: '', state: '', group: '', jobType: '', notes: '', historyLineCount: 0, readOnly: false }
    expect(decoded(Light, { ...smallNode, ...wire })).toMatchObject(wire)
  })

  test('a user that is null is the unknown user itself', () => {
    expect(decoded(Light, { ...smallNode, user: null }).user).toBe(unknownUser)
  })

  test('an unknown state is unchanged', () => {
    expect(decoded(Light, { ...smallNode, state: 'Stopping 🚀' }).state).toBe('Stopping 🚀')
  })

  test.each([
    [{ name: undefined }, ['id'], 'RunId', 'undefined'],
    [{ name: '' }, ['id'], 'RunId', 'string'],
    [{ name: 7 }, ['id'], 'RunId', 'number'],
    [{ id: null }, ['storageId'], 'StorageId', 'null'],
    [{ displayName: 5 }, ['displayName'], 'string | null', 'number'],
    [{ state: {} }, ['state'], 'RunState | null', 'object'],
    [{ createdAt: null }, ['createdAt'], 'UtcDate', 'null'],
    [{ createdAt: '2023-02-29T00:00:00' }, ['createdAt'], 'UtcDate', 'string'],
    [{ heartbeatAt: 'soon' }, ['heartbeatAt'], 'UtcDate | null', 'string'],
    [{ tags: 'a' }, ['tags'], 'Array<string>', 'string'],
    [{ tags: ['a', null] }, ['tags', '1'], 'string', 'null'],
    [{ user: 'ada' }, ['user'], 'User | null', 'string'],
    [{ user: { username: 5 } }, ['user', 'username'], 'string | null', 'number'],
    [{ readOnly: 'yes' }, ['readOnly'], 'boolean | null', 'string'],
    [{ historyLineCount: '1e9' }, ['historyLineCount'], 'Int64 | null', 'string'],
    [{ computeSeconds: Number.NaN }, ['computeSeconds'], 'Int64 | null', 'number'],
  ])('are rejected: %j', (change, path, expected, actual) => {
    expect(refusal(Light, { ...smallNode, ...change })).toEqual({ path, expected, actual })
  })

  test('are not taken from a prototype', () => {
    const node = Object.assign(Object.create({ notes: 'inherited', tags: ['inherited'] }), smallNode)
    expect(decoded(Light, node)).toMatchObject({ notes: undefined, tags: [] })
  })
})

type Wire = Readonly<Record<string, unknown>>

/** What the codecs decode a node to. */
const general = (node: Wire): Record<string, unknown> | undefined => {
  const target: Record<string, unknown> = {}
  const errors = readFields(runNodeFields, node, t.getDefaultContext(t.unknown), target)
  return errors.length > 0 ? undefined : { ...target, ...place }
}

const isSame = (a: object, b: object): boolean =>
  isDeepStrictEqual(a, b) && isDeepStrictEqual(Object.keys(a), Object.keys(b))

const areFrozenAlike = (a: Wire, b: Wire): boolean =>
  Object.keys(b).every((key) => Object.isFrozen(a[key]) === Object.isFrozen(b[key]))

/** Whether the codecs decode a node to the same, if it is decoded here. */
const agrees = (node: Wire): boolean => {
  const plain = fastLight(node, place)
  if (plain === undefined) return true
  const expected = general(node)
  return expected !== undefined && isSame(plain, expected) && areFrozenAlike(plain, expected)
}

const wireKeys = Object.values(runNodeFields).map(({ wire }) => wire)

/** Values that some field can have. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 'a', '7', '-1.5', '1e3', 5, Number.NaN, true, [], ['a'], ['a', null]),
  fc.constantFrom('2024-02-29T10:00:00', '2024-02-30T10:00:00Z', '2024-02-29 10:00:00+02', new Date(0)),
  fc.constantFrom({}, { id: '' }, { id: 'U', username: null }, { id: null, username: 'ada', name: 5 }, { name: 'Ada' }),
  json,
)

/** A valid node, with up to three fields replaced by invalid values or removed. */
const node: fc.Arbitrary<Wire> = fc
  .tuple(wireRun, fc.array(fc.tuple(fc.constantFrom(...wireKeys, '__proto__'), value), { maxLength: 3 }), fc.boolean())
  .map(([wire, changes, isLess]) => {
    const entries = new Map(Object.entries(wire as Wire))
    for (const [key, changed] of changes)
      if (isLess && changed === undefined) entries.delete(key)
      else entries.set(key, changed)
    return Object.fromEntries(entries)
  })

describe('plainLight', () => {
  test('agrees with the codecs', () => {
    law([node], agrees)
  })

  test('agrees with the codecs on invalid nodes', () => {
    const cases = caseCount(10_000, 500)
    const read = { here: 0, byCodecs: 0 }
    for (let seed = 0; seed < cases; seed++) {
      const wire = mutate(structuredClone(fullNode) as unknown as Record<string, unknown>, random(seed))
      if (types.isProxy(wire) || !isObject(wire)) continue
      expect(agrees(wire), `seed ${seed}`).toBe(true)
      if (fastLight(wire, place) !== undefined) read.here += 1
      else read.byCodecs += 1
    }
    expect(read.here).toBeGreaterThan(cases / 10)
    expect(read.byCodecs).toBeGreaterThan(cases / 10)
  })

  test('reads every node as the server sends it', () => {
    law([wireRun], (wire) => fastLight(wire as Wire, place) !== undefined)
    expect([fullNode, smallNode].map((wire) => fastLight(wire, place) === undefined)).toEqual([false, false])
  })

  test.each(wireKeys)('leaves a %s of another type to the codecs', (key) => {
    expect(fastLight({ ...fullNode, [key]: key === 'tags' ? ['a', 5] : Symbol('s') }, place)).toBeUndefined()
  })

  test('ignores inherited properties', () => {
    const heir = Object.assign(Object.create({ ...fullNode, group: 'inherited' }) as object, smallNode) as Wire
    expect(fastLight(heir, place)).toStrictEqual(fastLight(smallNode, place))
    const user = Object.create({ id: 'U', username: 'inherited', name: 'x' }) as object
    expect(fastLight({ ...smallNode, user }, place)?.user).toStrictEqual({
      id: undefined,
      username: '',
      name: undefined,
    })
  })

  test('shares no array with the node', () => {
    const tags = ['a']
    const light = fastLight({ ...smallNode, tags }, place)
    tags.push('b')
    expect(light?.tags).toEqual(['a'])
  })
})
