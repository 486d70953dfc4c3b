import { describe, expect, test } from 'vitest'
import { entityId } from '../../../src/ops/entity/id.ts'
import { anEntity } from '../records.ts'

describe('entityId', () => {
  test('returns the id', () => {
    const entity = anEntity()
    expect(entityId(entity)).toBe(entity.id)
  })
})
