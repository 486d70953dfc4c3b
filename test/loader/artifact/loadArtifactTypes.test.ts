import { describe, expect, test } from 'vitest'
import { loadArtifactType, loadArtifactTypes } from 'wandb-run-ops/loader'
import { failsWith, rightOf } from '../servers/either.ts'
import { served } from './serve.ts'

const { client, operations } = served()

describe('loadArtifactType', () => {
  test('loads one type', async () => {
    const type = rightOf(await loadArtifactType({ project: 'team/vision', type: 'model' })(client())())
    expect([type.name, type.project, type.createdAt]).toEqual(['model', 'vision', new Date('2026-01-01T00:00:00Z')])
    expect(operations()).toEqual(['ArtifactType'])
  })

  test('a type that the project does not have is NotFound', async () => {
    const error = failsWith('NotFound', await loadArtifactType({ project: 'team/vision', type: 'job' })(client())())
    expect([error.what, error.path]).toEqual(['artifact type', 'team/vision/job'])
  })

  test.each([[''], [5 as never]])('refuses the type %j without a request', async (type) => {
    failsWith('InvalidQuery', await loadArtifactType({ project: 'team/vision', type })(client())())
    expect(operations()).toEqual([])
  })
})

describe('loadArtifactTypes', () => {
  test('lists the types of a project in one request', async () => {
    const listed = rightOf(await loadArtifactTypes({ project: 'team/vision' })(client())())
    expect(listed.items.map(({ name, entity, project }) => [name, entity, project])).toEqual([
      ['dataset', 'team', 'vision'],
      ['model', 'team', 'vision'],
    ])
    expect([listed.complete, listed.failures, operations()]).toEqual([true, [], ['ArtifactTypes']])
  })

  test('pages as requested', async () => {
    const listed = rightOf(await loadArtifactTypes({ project: 'team/vision', pageSize: 1 })(client())())
    expect([listed.items.length, operations().length]).toEqual([2, 2])
  })

  test('a project that does not exist is NotFound', async () => {
    const error = failsWith('NotFound', await loadArtifactTypes({ project: 'team/none' })(client())())
    expect([error.what, error.path]).toEqual(['project', 'team/none'])
  })
})
