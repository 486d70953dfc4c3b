import { describe, expect, test } from 'vitest'
import { loadLoggedBy, makeClient } from 'wandb-run-ops/loader'
import { runId } from 'wandb-run-ops/ops'
import { failsWith, rightOf } from '../servers/either.ts'
import { scripted } from '../servers/scripted.ts'
import { served } from './serve.ts'

const { client, operations } = served()

describe('loadLoggedBy', () => {
  test('loads the run that logged a version, in one request', async () => {
    const { run, user } = rightOf(await loadLoggedBy({ artifactVersion: 'team/vision/model:v3' })(client())())
    expect([run && runId(run), run?.project, user, operations()]).toEqual([
      'alpha',
      'vision',
      undefined,
      ['ArtifactLoggedBy'],
    ])
  })

  test('returns the user where there was no run', async () => {
    const { run, user } = rightOf(await loadLoggedBy({ artifactVersion: 'team/vision/model:v2' })(client())())
    expect([run, user?.username, user?.name]).toEqual([undefined, 'ada', 'Ada'])
  })

  const told = (createdBy: unknown) => {
    const { fetch } = scripted(() => ({ data: { artifact: { createdBy } } }))
    return loadLoggedBy({ artifactVersion: { id: 'a' } })(makeClient({ fetch }))()
  }

  test('returns neither where the key may not see it', async () => {
    expect(rightOf(await told(null))).toEqual({ run: undefined, user: undefined })
  })

  test('a maker that cannot be read is an error', async () => {
    failsWith('RunUnreadable', await told({ __typename: 'Run', name: 'a' }))
    failsWith('RunUnreadable', await told('somebody'))
    failsWith('Unreadable', await told({ __typename: 'User', username: 5 }))
  })

  test('refuses other fields, and what does not exist', async () => {
    const fields = ['files'] as never
    failsWith('InvalidQuery', await loadLoggedBy({ artifactVersion: 'team/vision/model:v3', fields })(client())())
    failsWith('NotFound', await loadLoggedBy({ artifactVersion: 'team/vision/model:none' })(client())())
  })
})
