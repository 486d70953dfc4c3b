import { expect, test } from 'vitest'
import { bytesText, ratioText, secondsText } from '../../../bench/report/quantity.ts'

test.each([
  [123, '123 s'],
  [1.234, '1.23 s'],
  [0.0456, '45.6 ms'],
  [0.000_001_5, '1.50 µs'],
])('%d seconds are %s', (seconds, text) => {
  expect(secondsText(seconds)).toBe(text)
})

test.each([
  [59, '59 B'],
  [23_800, '23.8 kB'],
  [36_791_942, '36.8 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text)
})

test.each([
  [1.234, '1.23'],
  [34.567, '34.57'],
  [123.4, '123'],
])('the ratio %d is %s', (ratio, text) => {
  expect(ratioText(ratio)).toBe(text)
})
