import { expect, test } from 'vitest'
import {
  byEntityAndName,
  byId,
  byName,
  byProjectAndId,
  byProjectAndName,
} from '../../../src/loader/request/references.ts'

const record = { entity: 'team', project: 'vision', id: 'a1', config: {} }

test('records are what they identify, and other objects are not', () => {
  expect(byProjectAndId(record)).toBe(record)
  expect(byProjectAndId({ entity: 'team', id: 'a1' })).toBeUndefined()
  expect(byId({ id: 'QXJ0' })).toEqual({ id: 'QXJ0' })
  expect(byId({ id: 5 })).toBeUndefined()
  expect(byEntityAndName({ entity: 'team', name: 'vision', id: 'x' })).toBe('team/vision')
  expect(byEntityAndName({ name: 'vision' })).toBeUndefined()
  expect(byName({ name: 'team' })).toBe('team')
  expect(byName({})).toBeUndefined()
  expect(byProjectAndName({ entity: 'team', project: 'vision', name: 'model' })).toBeDefined()
  expect(byProjectAndName({ entity: 'team', name: 'model' })).toBeUndefined()
})
