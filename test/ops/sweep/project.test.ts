import { describe, expect, test } from 'vitest'
import { sweepEntity, sweepProject } from '../../../src/ops/sweep/project.ts'
import { aSweep } from '../records.ts'

describe('sweepEntity', () => {
  test('returns the entity', () => {
    const sweep = aSweep()
    expect(sweepEntity(sweep)).toBe(sweep.entity)
  })
})

describe('sweepProject', () => {
  test('returns the project', () => {
    const sweep = aSweep()
    expect(sweepProject(sweep)).toBe(sweep.project)
  })
})
