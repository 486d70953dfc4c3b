import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCodec, unknownUser } from 'wandb-run-ops/types'
import { fastReadLight, runNodeFields } from '../../../src/types/run/RunLight.ts'
import { readFields } from '../../../src/types/wire/record.ts'
import { fullNode, smallNode } from '../../fixtures/types/fullNode.ts'
import { caseCount } from '../../laws/law.ts'
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
      host: 'node-3',
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
      host: undefined,
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
  test('a user is not taken from a prototype', () => {
    const user = Object.create({ id: 'U', username: 'inherited', name: 'x' }) as object
    expect(decoded(Light, { ...smallNode, user }).user).toStrictEqual({ id: undefined, username: '', name: undefined })
  })

  test('share no array with the node', () => {
    const tags = ['a']
    const light = decoded(Light, { ...smallNode, tags })
    tags.push('b')
    expect(light.tags).toEqual(['a'])
  })
})

describe('fastReadLight', () => {
  const names = Object.values(runNodeFields).map(({ wire }) => wire)
  const plain = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, '', 'text', 'finished', '2026-11-21T10:00:00', true, 5, '5', 1.5, 'NaN'),
    fc.array(fc.oneof(fc.string(), fc.constant<unknown>(1)), { maxLength: 2 }),
    fc.record(
      { id: fc.constantFrom<unknown>('', 'a', null, 1), username: fc.constantFrom<unknown>('u', null, 2) },
      { requiredKeys: [] },
    ),
  )
  const whole = { name: 'r1', id: 's1', createdAt: '2026-11-21T10:00:00' }
  const node = fc
    .dictionary(fc.constantFrom(...names), plain, { maxKeys: 6, noNullPrototype: true })
    .map((values) => ({ ...whole, ...values }))

  test('reads what the codecs read, or leaves it to them', () => {
    let fast = 0
    fc.assert(
      fc.property(node, (value) => {
        const target: Record<string, unknown> = {}
        if (!fastReadLight(value, target)) return true
        fast += 1
        const expected: Record<string, unknown> = {}
        const errors = readFields(runNodeFields, value, [], expected)
        return errors.length === 0 && isDeepStrictEqual(target, expected)
      }),
      { numRuns: caseCount(10_000, 500) },
    )
    expect(fast).toBeGreaterThan(50)
  })
})
