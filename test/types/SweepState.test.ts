import { expect, test } from 'vitest'
import { SweepState } from 'wandb-run-ops/types'
import { decoded, refuses } from './outcome.ts'

test('leaves a state unchanged, known or not', () => {
  for (const state of ['RUNNING', 'SOMETHING_NEW', '']) expect(decoded(SweepState, state)).toBe(state)
})

test('rejects what is not a string', () => {
  expect(refuses(SweepState, null)).toBe(true)
})
