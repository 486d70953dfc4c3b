import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refineRuns } from '../../../src/expression/types/refine.ts'
import { showType } from '../../../src/expression/types/showType.ts'
import { typeOf } from '../../../src/expression/types/typeOf.ts'
import { artifactVersion } from '../../arbitraries/artifactVersion.ts'
import { file } from '../../arbitraries/file.ts'
import { run } from '../../arbitraries/run.ts'
import { sweep } from '../../arbitraries/sweep.ts'
import { user } from '../../arbitraries/user.ts'

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
])('infers the type of %j', (value, type) => {
  expect(shown(value)).toBe(type)
})

test.each([
  ['run', run],
  ['artifactVersion', artifactVersion],
  ['file', file],
  ['sweep', sweep],
  ['user', user],
] as const)('distinguishes a %s from a dict, alone and in a list', (receiver, records) => {
  fc.assert(
    fc.property(
      records,
      (record) => shown(record) === receiver && shown([null, record]) === `list<maybe<${receiver}>>`,
    ),
  )
})

test('treats a function of the host as null', () => {
  expect(shown(() => 1)).toBe('none')
})

test('infers a long list of runs from its elements', () => {
  const [one] = fc.sample(run, { numRuns: 1, seed: 7 })
  expect(shown(Array.from({ length: 1000 }, () => one))).toBe('list<run>')
})

test('recognizes a record by own properties only', () => {
  const marks = ['storageId', 'heartbeatAt', 'jobType', 'sweepName']
  const all = Object.fromEntries(marks.map((mark) => [mark, 'a']))
  expect(shown(all)).toBe('run')
  expect(shown(Object.assign(Object.create(null), all))).toBe('run')
  expect(shown(Object.create(all))).toBe('dict')
  for (const mark of marks) {
    const { [mark]: _left, ...others } = all
    expect(shown(others)).not.toBe('run')
    expect(shown(Object.assign(Object.create({ [mark]: 'a' }), others))).not.toBe('run')
    expect(shown(Array.from({ length: 1000 }, (_, place) => (place === 900 ? others : all)))).toBe('list<any>')
    try {
      Object.assign(Object.prototype, { [mark]: 'a' })
      expect(shown(others)).not.toBe('run')
      expect(shown(all)).toBe('run')
    } finally {
      delete (Object.prototype as Record<string, unknown>)[mark]
    }
  }
})

test('types what is nested too deeply as any, and refines runs with such a config', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as Readonly<Record<string, unknown>>
  expect(showType(typeOf(deep))).toMatch(/^(dict<a: ){400}any>{400}$/)
  expect(showType(refineRuns([{ config: deep }]))).toBe('list<run>')
})
