import { oddKeys, withOddKeys } from '../../fixtures/types/oddKeys.ts'
import type { Random } from './random.ts'

const cyclic = (): unknown => {
  const object: Record<string, unknown> = { loss: 'NaN' }
  object['self'] = object
  return object
}

const nested = (levels: number): unknown => {
  let value: unknown = 'NaN'
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { value }
  return value
}

const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const throwing = (key: string): unknown =>
  Object.defineProperty({}, key, {
    enumerable: true,
    get: () => {
      throw new Error('read')
    },
  })

class Odd {
  readonly value = 1
}

const makers: ReadonlyArray<(random: Random) => unknown> = [
  () => null,
  () => undefined,
  ({ pick }) =>
    pick([0, -0, 1, -1, 1.5, 2 ** 53, 1e308, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]),
  ({ pick }) => pick([true, false]),
  ({ pick }) => pick(['', ' ', 'NaN', '-Infinity', 'null', '{}', '[]', '"', '\\', '\u0000', '\ud800', '🚀', '\ue0000']),
  ({ pick }) => pick(['2024-02-29T10:00:00', '2024-02-30T10:00:00Z', '0001-01-01T00:00:00Z', '9'.repeat(400)]),
  ({ pick }) =>
    pick(['{"a": NaN}', '{"a": "NaN"}', '{NaN: 1}', '{"__proto__": {"value": NaN}}', '[NaN', '{"a":'.repeat(500)]),
  ({ pick, below }) => pick(['🚀', '\u0000', '"', 'x']).repeat(below(300)),
  ({ pick, below }) => ({ [pick(['🚀', '\u0000', '\\', 'x']).repeat(below(300))]: null }),
  () => [],
  () => ({}),
  () => new Array<unknown>(3),
  () => [null, [null], { node: null }],
  () => ({ edges: [null, 5, { node: 5 }, { node: {} }] }),
  () => ({ value: { value: { value: 'NaN' } }, _wandb: null, wandb_version: { value: 1 } }),
  ({ pick }) => ({ [pick(oddKeys)]: { [pick(oddKeys)]: 'NaN' } }),
  () => withOddKeys({ value: 'Infinity' }),
  () => Object.create(null) as unknown,
  () => Object.create({ value: 1, name: 'inherited', id: 'inherited', edges: [] }) as unknown,
  () => Object.freeze({ value: Object.freeze(['NaN']) }),
  () => 1n,
  () => Symbol('s'),
  () => () => 0,
  () => new Date(0),
  () => new Date(Number.NaN),
  () => new Map([['value', 1]]),
  () => /x/,
  () => new Error('x'),
  () => new Float64Array(2),
  () => new Odd(),
  () => new String('boxed'),
  ({ below }) => nested(below(60)),
  () => nested(20_000),
  cyclic,
  revoked,
  ({ pick }) => throwing(pick(['value', 'name', 'id', 'edges', 'project', 'node'])),
]

/** A value that a node should not have, or not there. */
export const hostile = (random: Random): unknown => random.pick(makers)(random)
