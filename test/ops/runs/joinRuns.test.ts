import { expect, expectTypeOf, test } from 'vitest'
import { joinRuns } from '../../../src/ops/runs/joinRuns.ts'
import { column } from '../../../src/query/columnBuilders.ts'

const seed = column.config('seed')
const runsOf = (side: string, ...seeds: ReadonlyArray<unknown>) =>
  seeds.map((value, at) => ({ id: `${side}${at}`, config: { seed: value } }))
const ids = (pairs: ReadonlyArray<ReadonlyArray<{ readonly id: string } | undefined>>) =>
  pairs.map((pair) => pair.map((run) => run?.id ?? '-').join(' '))

const left = runsOf('l', 1, 9, 2, 1)
const right = runsOf('r', 2, 1, 1, 8)

test('pairs each run of the left with each of the right that has the same value, in the order of both', () => {
  expect(ids(joinRuns(seed)(left, right))).toEqual(['l0 r1', 'l0 r2', 'l2 r0', 'l3 r1', 'l3 r2'])
})

test('left keeps unmatched runs on the left in their position', () => {
  expect(ids(joinRuns(seed, 'left')(left, right))).toEqual(['l0 r1', 'l0 r2', 'l1 -', 'l2 r0', 'l3 r1', 'l3 r2'])
})

test('outer also keeps unmatched runs on the right, at the end', () => {
  const pairs = ['l0 r1', 'l0 r2', 'l1 -', 'l2 r0', 'l3 r1', 'l3 r2', '- r3']
  expect(ids(joinRuns(seed, 'outer')(left, right))).toEqual(pairs)
})

test.each([undefined, null, Number.NaN])('%s matches nothing', (missing) => {
  const [one, other] = [runsOf('l', missing), runsOf('r', missing)]
  expect(joinRuns(seed)(one, other)).toEqual([])
  expect(ids(joinRuns(seed, 'left')(one, other))).toEqual(['l0 -'])
  expect(ids(joinRuns(seed, 'outer')(one, other))).toEqual(['l0 -', '- r0'])
})

test('distinguishes values by type, and compares lists by content', () => {
  expect(joinRuns(seed)(runsOf('l', 1), runsOf('r', '1', true, [1]))).toEqual([])
  expect(ids(joinRuns(seed)(runsOf('l', [1, { a: 0 }]), runsOf('r', [1, { a: -0 }])))).toEqual(['l0 r0'])
})

test('returns one side when the other is empty', () => {
  expect(ids(joinRuns(seed, 'outer')(left, []))).toEqual(['l0 -', 'l1 -', 'l2 -', 'l3 -'])
  expect(ids(joinRuns(seed, 'outer')([], right))).toEqual(['- r0', '- r1', '- r2', '- r3'])
})

test('declares in its type which partners can be missing', () => {
  type Run = (typeof left)[number]
  const inner = joinRuns(seed)(left, right)
  const outer = joinRuns(seed, 'outer')(left, right)
  expectTypeOf(inner).toEqualTypeOf<ReadonlyArray<readonly [left: Run, right: Run]>>()
  expectTypeOf<(typeof outer)[number][0]>().toEqualTypeOf<Run | undefined>()
  expect(Object.isFrozen(inner) && Object.isFrozen(inner[0])).toBe(true)
})
