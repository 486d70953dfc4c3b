import { describe, expect, test } from 'vitest'
import { runEntity, runProject } from '../../../src/ops/run/project.ts'
import { aRun } from '../records.ts'

describe('runEntity', () => {
  test('returns the entity as in URLs', () => {
    const run = aRun()
    expect(runEntity(run)).toBe(run.entity)
  })
})

describe('runProject', () => {
  test('returns the project as in URLs', () => {
    const run = aRun()
    expect(runProject(run)).toBe(run.project)
  })
})
