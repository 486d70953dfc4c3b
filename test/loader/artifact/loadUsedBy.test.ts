import { describe, expect, test } from 'vitest'
import { loadUsedBy } from 'wandb-run-ops/loader'
import { runConfig, runId, runProject } from 'wandb-run-ops/ops'
import { failsWith, rightOf } from '../servers/either.ts'
import { served } from './serve.ts'

const { client, operations } = served()

describe('loadUsedBy', () => {
  test('loads all runs with their configs in one request', async () => {
    const listed = rightOf(await loadUsedBy({ artifactVersion: 'team/vision/model:v3' })(client())())
    expect(listed.items.map(runId)).toEqual(['user0', 'user1', 'user2', 'user3', 'user4'])
    expect(listed.items.map((run) => runConfig(run)['lr'])).toEqual([0, 1, 2, 3, 4])
    expect([listed.totalCount, listed.complete, operations()]).toEqual([5, true, ['ArtifactUsedBy']])
  })

  test('each run has its own project, and the web app of the server', async () => {
    const { items } = rightOf(await loadUsedBy({ artifactVersion: 'team/vision/model:v3', fields: [] })(client())())
    expect(items.map(runProject)).toEqual(['vision', 'vision', 'vision', 'vision', 'elsewhere'])
    expect(new Set(items.map(({ appUrl }) => appUrl))).toEqual(new Set([client().appUrl]))
  })

  test('pages as requested', async () => {
    const query = { artifactVersion: 'team/vision/model:v3', pageSize: 2 }
    expect(rightOf(await loadUsedBy(query)(client())()).items.length).toBe(5)
    expect(operations().length).toBe(3)
  })

  test('is empty where nobody used it', async () => {
    const listed = rightOf(await loadUsedBy({ artifactVersion: 'team/vision/model:v0' })(client())())
    expect([listed.items, listed.complete]).toEqual([[], true])
  })

  test('refuses other fields, and what does not exist', async () => {
    const fields = ['files'] as never
    failsWith('InvalidQuery', await loadUsedBy({ artifactVersion: 'team/vision/model:v3', fields })(client())())
    failsWith('NotFound', await loadUsedBy({ artifactVersion: 'team/vision/model:none' })(client())())
  })
})
