import { describe, expect, test } from 'vitest'
import { entityName } from '../../../src/ops/entity/name.ts'
import { anEntity } from '../records.ts'

describe('entityName', () => {
  test('returns the name', () => {
    const entity = anEntity()
    expect(entityName(entity)).toBe(entity.name)
  })
})
