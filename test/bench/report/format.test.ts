import { expect, test } from 'vitest'
import { checkTargets } from '../../../bench/measure/targets.ts'
import { formatBytes, formatRatio, formatSeconds, formatVerdict } from '../../../bench/report/format.ts'

test.each([
  [123, '123 s'],
  [1.234, '1.23 s'],
  [0.0456, '45.6 ms'],
  [0.000_001_5, '1.50 µs'],
])('%d seconds are formatted as %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text)
})

test.each([
  [59, '59 B'],
  [23_800, '23.8 kB'],
  [36_791_942, '36.8 MB'],
])('%d bytes are formatted as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test.each([
  [1.234, '1.23'],
  [34.567, '34.57'],
  [123.4, '123'],
])('the ratio %d is formatted as %s', (ratio, text) => {
  expect(formatRatio(ratio)).toBe(text)
})

const atMost = [{ of: 'ours/floor', atMost: 1.3 }]
const atLeast = [{ of: 'peer/ours', atLeast: 4 }]

test.each([
  [atMost, { 'ours/floor': 1.2 }, 'ours/floor ≤ 1.3: met'],
  [atMost, { 'ours/floor': 2.6 }, 'ours/floor ≤ 1.3: 2.60, off by 100 %'],
  [atLeast, { 'peer/ours': 3 }, 'peer/ours ≥ 4: 3.00, off by 25 %'],
  [atLeast, {}, 'peer/ours ≥ 4: not measured'],
])('%j with %j is formatted as %s', (targets, values, text) => {
  expect(checkTargets(targets, values).map(formatVerdict)).toEqual([text])
})
