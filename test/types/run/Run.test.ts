import { describe, expect, expectTypeOf, test } from 'vitest'
import { type ConfigDict, Run, type RunId, type RunState, type RunWith, type SummaryDict } from 'wandb-run-ops/types'
import { fullNode, smallNode } from '../../fixtures/types/fullNode.ts'
import { decoded, refusal } from '../outcome.ts'

describe('Run', () => {
  test('reads the default fields', () => {
    const run = decoded(Run, fullNode)
    expect(run).toMatchObject({ config: { lr: 0.1 }, summary: { _step: 119 }, systemMetrics: { 'system.cpu': 12.5 } })
    expect(run).not.toHaveProperty('historyKeys')
    expect(run).not.toHaveProperty('loggedArtifactVersions')
  })

  test('requires the project in the node', () => {
    expect(refusal(Run, { ...smallNode, project: undefined })).toEqual({
      path: ['project'],
      expected: 'Project',
      actual: 'undefined',
    })
  })

  test('is named Run', () => {
    expect(Run.name).toBe('Run')
  })

  test('round-trips', () => {
    for (const node of [fullNode, smallNode]) {
      const run = decoded(Run, node)
      expect(decoded(Run, Run.encode(run))).toStrictEqual(run)
      expect(Run.is(run)).toBe(true)
    }
  })

  test('an id compares with a string', () => {
    const run = decoded(Run, smallNode)
    expect(run.id === 'a1b2c3d4').toBe(true)
    expect(['a1b2c3d4'].includes(run.id)).toBe(true)
  })
})

test('a Run has the default fields, and its dicts may be typed', () => {
  expectTypeOf<Run>().toEqualTypeOf<RunWith<'config' | 'summary' | 'systemMetrics'>>()
  expectTypeOf<Run['config']>().toEqualTypeOf<ConfigDict>()
  expectTypeOf<Run['summary']>().toEqualTypeOf<SummaryDict>()
  expectTypeOf<Run<{ readonly lr: number }>['config']['lr']>().toEqualTypeOf<number>()
  expectTypeOf<Run<ConfigDict, { readonly loss: number }>['summary']['loss']>().toEqualTypeOf<number>()
  expectTypeOf<Run['id']>().toEqualTypeOf<RunId>()
  expectTypeOf<Run['state']>().toEqualTypeOf<RunState | undefined>()
})

test('a run is readonly, and has no field that was not loaded', () => {
  const check = (run: Run): void => {
    // @ts-expect-error a record does not change
    run.notes = 'x'
    // @ts-expect-error an array of a record does not change
    run.tags.push('x')
    // @ts-expect-error a dict of a record does not change
    run.config['lr'] = 1
    // @ts-expect-error history keys were not loaded
    expect(run.historyKeys).toBeUndefined()
    // @ts-expect-error a plain string is not a run id
    const id: RunId = 'a1b2c3d4'
    expect(id).toBe(run.id)
  }
  expect(() => check(decoded(Run, smallNode))).toThrow(TypeError)
})
