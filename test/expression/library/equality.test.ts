import { expect, test } from 'vitest'
import { asked } from './asked.ts'

test.each([
  ['1 == null', false],
  ['null == null', true],
  ['null == 1', false],
  ['1 == 1', true],
  ['[null, 0, 1] == 0', [false, true, false]],
  ['[null, 0, 1] == null', [true, false, false]],
  ['[null, 0, 1] != 0', [true, false, true]],
])('an operator sees null: %s is %j', (text, expected) => {
  expect(asked(text)).toEqual(expected)
})

test.each([
  ['(1).equal(1)', true],
  ['(1).equal("1")', false],
  ['(1).equal(null)', false],
  ['(1).notEqual(2)', true],
  ['"a".equal("a")', true],
  ['"a".notEqual("b")', true],
  ['true.equal(true)', true],
  ['false.notEqual(true)', true],
  ['Date("2026-11-21").equal(Date("2026-11-21T00:00:00Z"))', true],
  ['[null, 0, 1].equal(0)', [null, true, false]],
])('an operation after a dot propagates null: %s is %j', (text, expected) => {
  expect(asked(text)).toEqual(expected)
})
