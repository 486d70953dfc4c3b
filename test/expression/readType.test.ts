import { expect, test } from 'vitest'
import { operations } from 'wandb-run-ops/ops'
import { readType } from '../../src/expression/readType.ts'
import { anyType, listType, maybeType, recordType } from '../../src/expression/Type.ts'

test('reads lists and maybes at any depth', () => {
  expect(readType('list<maybe<run>>')).toEqual(listType(maybeType(recordType('run'))))
  expect(readType('maybe<list<list<any>>>')).toEqual(maybeType(listType(listType(anyType))))
})

test('reads an unknown name as an opaque type', () => {
  expect(readType('series')).toEqual({ _tag: 'Opaque', name: 'series' })
})

test('reads the type of every receiver of the registry', () => {
  for (const { receiver } of operations) expect(readType(receiver)).toEqual(recordType(receiver))
})
