import { expect, expectTypeOf, test } from 'vitest'
import { RunState } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

test.each(['pending', 'running', 'finished', 'failed', 'crashed', 'killed', 'preempting', 'preempted'])(
  '%s is a state',
  (state) => {
    expect(decoded(RunState, state)).toBe(state)
  },
)

test.each(['stopping', 'FINISHED', '', '🚀', 'a state to come'])('%j is unchanged', (state) => {
  expect(decoded(RunState, state)).toBe(state)
  expect(RunState.encode(decoded(RunState, state))).toBe(state)
  expect(RunState.is(state)).toBe(true)
})

test.each([
  [null, 'null'],
  [1, 'number'],
  [{}, 'object'],
])('%j is not a state', (wire, actual) => {
  expect(refusal(RunState, wire)).toEqual({ path: [], expected: 'RunState', actual })
  expect(RunState.is(wire)).toBe(false)
})

test('a state is a string, and any string may be one', () => {
  expectTypeOf<RunState>().toExtend<string>()
  expectTypeOf<string>().toExtend<RunState>()
})
