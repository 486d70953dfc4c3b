import { expect, test } from 'vitest'
import { SweepState } from 'wandb-run-ops/types'
import { decoded, refuses } from './outcome.ts'

test('keeps a state as it came, known or not', () => {
  for (const state of ['RUNNING', 'SOMETHING_NEW', '']) expect(decoded(SweepState, state)).toBe(state)
})

test('refuses what is no text', () => {
  expect(refuses(SweepState, null)).toBe(true)
})
