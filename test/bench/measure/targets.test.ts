import { expect, test } from 'vitest'
import { checkTargets } from '../../../bench/measure/targets.ts'

const atMost = [{ of: 'ours/floor', atMost: 1.3 }]
const atLeast = [{ of: 'peer/ours', atLeast: 4 }]

test.each([
  [atMost, { 'ours/floor': 1.3 }, true],
  [atMost, { 'ours/floor': 1.31 }, false],
  [atLeast, { 'peer/ours': 4 }, true],
  [atLeast, { 'peer/ours': 3.99 }, false],
  [atMost, {}, undefined],
  [atMost, { 'ours/floor': Number.NaN }, undefined],
])('%j with %j is met: %s', (targets, values, met) => {
  expect(checkTargets(targets, values).map((verdict) => verdict.met)).toEqual([met])
})
