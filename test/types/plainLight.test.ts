import { isDeepStrictEqual, types } from 'node:util'
import fc from 'fast-check'
import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { isObject } from '../../src/types/codec/isObject.ts'
import { readFields } from '../../src/types/codec/record.ts'
import { plainLight } from '../../src/types/plainLight.ts'
import { nodeFields } from '../../src/types/RunLight.ts'
import { json } from '../arbitraries/json.ts'
import { wireRun } from '../arbitraries/wire.ts'
import { fullNode, smallNode } from '../fixtures/types/fullNode.ts'
import { caseCount, law } from '../laws/law.ts'
import { mutate } from './arbitraries/mutate.ts'
import { random } from './arbitraries/random.ts'

type Wire = Readonly<Record<string, unknown>>

const place = { entity: 'team', project: 'vision', appUrl: 'https://wandb.ai' }

/** What the codecs decode a node to. */
const general = (node: Wire): Record<string, unknown> | undefined => {
  const target: Record<string, unknown> = {}
  const errors = readFields(nodeFields, node, t.getDefaultContext(t.unknown), target)
  return errors.length > 0 ? undefined : { ...target, ...place }
}

const isSame = (a: object, b: object): boolean =>
  isDeepStrictEqual(a, b) && isDeepStrictEqual(Object.keys(a), Object.keys(b))

const areFrozenAlike = (a: Wire, b: Wire): boolean =>
  Object.keys(b).every((key) => Object.isFrozen(a[key]) === Object.isFrozen(b[key]))

/** Whether the codecs decode a node to the same, if it is decoded here. */
const agrees = (node: Wire): boolean => {
  const plain = plainLight(node, place)
  if (plain === undefined) return true
  const expected = general(node)
  return expected !== undefined && isSame(plain, expected) && areFrozenAlike(plain, expected)
}

const wireKeys = Object.values(nodeFields).map(({ wire }) => wire)

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
      if (plainLight(wire, place) !== undefined) read.here += 1
      else read.byCodecs += 1
    }
    expect(read.here).toBeGreaterThan(cases / 10)
    expect(read.byCodecs).toBeGreaterThan(cases / 10)
  })

  test('reads every node as the server sends it', () => {
    law([wireRun], (wire) => plainLight(wire as Wire, place) !== undefined)
    expect([fullNode, smallNode].map((wire) => plainLight(wire, place) === undefined)).toEqual([false, false])
  })

  test.each(wireKeys)('leaves a %s of another type to the codecs', (key) => {
    expect(plainLight({ ...fullNode, [key]: key === 'tags' ? ['a', 5] : Symbol('s') }, place)).toBeUndefined()
  })

  test('ignores inherited properties', () => {
    const heir = Object.assign(Object.create({ ...fullNode, group: 'inherited' }) as object, smallNode) as Wire
    expect(plainLight(heir, place)).toStrictEqual(plainLight(smallNode, place))
    const user = Object.create({ id: 'U', username: 'inherited', name: 'x' }) as object
    expect(plainLight({ ...smallNode, user }, place)?.user).toStrictEqual({
      id: undefined,
      username: '',
      name: undefined,
    })
  })

  test('shares no array with the node', () => {
    const tags = ['a']
    const light = plainLight({ ...smallNode, tags }, place)
    tags.push('b')
    expect(light?.tags).toEqual(['a'])
  })
})
