import { expect, test } from 'vitest'
import { judge } from '../../../bench/measure/targets.ts'
import { verdictText } from '../../../bench/report/verdictText.ts'

const atMost = [{ of: 'ours/floor', atMost: 1.3 }]
const atLeast = [{ of: 'peer/ours', atLeast: 4 }]

test.each([
  [atMost, { 'ours/floor': 1.3 }, true],
  [atMost, { 'ours/floor': 1.31 }, false],
  [atLeast, { 'peer/ours': 4 }, true],
  [atLeast, { 'peer/ours': 3.99 }, false],
  [atMost, {}, undefined],
  [atMost, { 'ours/floor': Number.NaN }, undefined],
])('%j with %j is met: %s', (targets, figures, met) => {
  expect(judge(targets, figures).map((verdict) => verdict.met)).toEqual([met])
})

test.each([
  [atMost, { 'ours/floor': 1.2 }, 'ours/floor ≤ 1.3: met'],
  [atMost, { 'ours/floor': 2.6 }, 'ours/floor ≤ 1.3: 2.60, off by 100 %'],
  [atLeast, { 'peer/ours': 3 }, 'peer/ours ≥ 4: 3.00, off by 25 %'],
  [atLeast, {}, 'peer/ours ≥ 4: not measured'],
])('%j with %j reads: %s', (targets, figures, text) => {
  expect(judge(targets, figures).map(verdictText)).toEqual([text])
})
