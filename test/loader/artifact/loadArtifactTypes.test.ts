import { describe, expect, test } from 'vitest'
import { loadArtifactTypes } from 'wandb-run-ops/loader'
import { failsWith, rightOf } from '../servers/either.ts'
import { served } from './serve.ts'

const { client, operations } = served()

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
