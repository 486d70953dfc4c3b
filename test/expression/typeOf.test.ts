import fc from 'fast-check'
import { expect, test } from 'vitest'
import { showType } from '../../src/expression/showType.ts'
import { typeOf } from '../../src/expression/typeOf.ts'
import { artifactVersion } from '../arbitraries/artifactVersion.ts'
import { file } from '../arbitraries/file.ts'
import { run } from '../arbitraries/run.ts'
import { sweep } from '../arbitraries/sweep.ts'
import { user } from '../arbitraries/user.ts'

const shown = (value: unknown): string => showType(typeOf(value))

test.each([
  [null, 'none'],
  [undefined, 'none'],
  [1, 'number'],
  ['a', 'string'],
  [true, 'boolean'],
  [new Date(0), 'date'],
  [[], 'list<any>'],
  [[1, null], 'list<maybe<number>>'],
  [[1, 'a'], 'list<number | string>'],
  [{ lr: 0.1, 'a b': 'x' }, 'dict<lr: number, "a b": string>'],
])('knows the type of %j', (value, type) => {
  expect(shown(value)).toBe(type)
})

test.each([
  ['run', run],
  ['artifactVersion', artifactVersion],
  ['file', file],
  ['sweep', sweep],
  ['user', user],
] as const)('knows a %s from a dict, alone and in a list', (receiver, records) => {
  fc.assert(
    fc.property(
      records,
      (record) => shown(record) === receiver && shown([null, record]) === `list<maybe<${receiver}>>`,
    ),
  )
})

test('takes a function of the host for nothing', () => {
  expect(shown(() => 1)).toBe('none')
})

test('knows a long list of runs from its elements', () => {
  const [one] = fc.sample(run, { numRuns: 1, seed: 7 })
  expect(shown(Array.from({ length: 1000 }, () => one))).toBe('list<run>')
})
