import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { expect, test } from 'vitest'
import { type DecodeFailure, decodeRun, type InlineField, runCodec } from 'wandb-run-ops/types'
import { fullNode } from '../fixtures/types/fullNode.ts'
import { caseCount } from '../laws/law.ts'
import { hostile } from './arbitraries/hostile.ts'
import { mutate } from './arbitraries/mutate.ts'
import { type Random, random } from './arbitraries/random.ts'

const fields: ReadonlyArray<InlineField> = [
  'config',
  'summary',
  'systemMetrics',
  'historyKeys',
  'loggedArtifactVersions',
  'usedArtifactVersions',
  'sweep',
  'files',
]

/** A run with every field that a node can have, including nested records. */
const node = {
  ...fullNode,
  sweep: {
    id: 'U3dlZXA6MQ==',
    name: 'sw33p',
    displayName: 'grid',
    method: 'grid',
    state: 'FINISHED',
    description: null,
    bestLoss: 0.07,
    config: '{"metric": {"name": "loss", "goal": "minimize"}, "parameters": {"lr": {"values": [0.1, 0.01]}}}',
    createdAt: '2024-02-29T10:00:00',
    updatedAt: null,
    runCount: 12,
    runCountExpected: '12',
    project: { name: 'vision', entityName: 'team' },
  },
  files: {
    edges: [
      {
        node: {
          id: 'RmlsZTox',
          name: 'config.yaml',
          sizeBytes: '120',
          md5: 'uqa9dbmuKZtU6e6WlokIKQ==',
          mimetype: null,
          updatedAt: '2024-02-29T10:30:00',
          url: '/files/config.yaml',
          directUrl: 'https://storage.example.com/config.yaml',
        },
      },
      null,
    ],
  },
} as const

const codec = runCodec(fields)
const decode = decodeRun(fields)

/** With a user's codec, paths contain the user's keys. */
const decodeTyped = decodeRun(fields, undefined, { config: t.record(t.string, t.union([t.number, t.UnknownArray])) })

const CASES = caseCount(100_000, 2000)

/** Each seed gives different cases. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261121)

const wireOf = (source: Random): unknown =>
  source.below(20) === 0 ? hostile(source) : mutate(structuredClone(node) as unknown as Record<string, unknown>, source)

const isBounded = (failure: DecodeFailure): boolean =>
  JSON.stringify(failure).length <= 200 &&
  Object.isFrozen(failure) &&
  failure.path.every((key) => typeof key === 'string')

const tooLong = (failure: DecodeFailure): string => `a failure too long: ${JSON.stringify(failure)}`

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whether two records are deeply equal. Iterative, because a record can be nested more deeply than the stack allows. */
const isSame = (record: unknown, other: unknown): boolean => {
  const pending = [[record, other]]
  const compared = new Map<unknown, unknown>()
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [a, b] = pair
    if (Object.is(a, b) || (isObject(a) && compared.get(a) === b)) continue
    if (!isObject(a) || !isObject(b)) return false
    compared.set(a, b)
    const keys = Object.keys(a)
    if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b) || keys.length !== Object.keys(b).length) return false
    if (a instanceof Date && a.getTime() !== (b as unknown as Date).getTime()) return false
    for (const key of keys) {
      if (!Object.hasOwn(b, key)) return false
      pending.push([a[key], b[key]])
    }
  }
  return true
}

/** What is wrong with a case; `undefined` if nothing is. */
const complaint = (seed: number): string | undefined => {
  const wire = wireOf(random(seed))
  try {
    const typed = seed % 5 === 0 ? decodeTyped(wire, { page: 3, index: 14 }) : undefined
    if (typed !== undefined && E.isLeft(typed) && !isBounded(typed.left)) return tooLong(typed.left)
    const outcome = decode(wire, { page: 3, index: 14 })
    if (E.isLeft(outcome)) return isBounded(outcome.left) ? undefined : tooLong(outcome.left)
    const run = outcome.right
    if (!codec.is(run)) return 'a record that its codec does not take for its own'
    if (!Object.isFrozen(run)) return 'a record that is not frozen'
    if (seed % 10 !== 0) return undefined
    const again = codec.decode(codec.encode(run))
    return E.isRight(again) && isSame(again.right, run) ? undefined : 'a record that is another when written and read'
  } catch (thrown) {
    return `thrown: ${String(thrown)}`
  }
}

test('invalid values are records or short failures, and nothing is thrown', {
  timeout: 120_000,
}, () => {
  const outcomes = { Left: 0, Right: 0 }
  for (let seed = SEED; seed < SEED + CASES; seed++) {
    const found = complaint(seed)
    if (found !== undefined) expect.fail(`seed ${seed}: ${found}`)
    if (seed % 100 === 0) outcomes[decode(wireOf(random(seed)))._tag] += 1
  }
  // If either were rare, the cases would prove little.
  expect(Math.min(outcomes.Left, outcomes.Right)).toBeGreaterThan(CASES / 1000)
})
