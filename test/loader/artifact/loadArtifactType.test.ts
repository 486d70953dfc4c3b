import { describe, expect, test } from 'vitest'
import { loadArtifactType } from 'wandb-run-ops/loader'
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
