import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { loadLoggedBy, loadUsedBy, makeClient } from 'wandb-run-ops/loader'
import { runConfig, runId, runProject } from 'wandb-run-ops/ops'
import { checkLineageFields, decodeLineageRun } from '../../../src/loader/artifact/lineage.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { runNode } from '../servers/nodes.ts'
import { scripted } from '../servers/scripted.ts'
import { served } from './serve.ts'

describe('runsOfLineage', async () => {
  const client = makeClient({ appUrl: 'https://w.example.com' })

  test('lineageFields has each field once, and the usual ones for none', () => {
    expect(checkLineageFields(['config', 'config', 'historyKeys'])).toEqual(E.right(['config', 'historyKeys']))
    expect(checkLineageFields()).toEqual(E.right(['config', 'summary', 'systemMetrics']))
    expect(checkLineageFields([])).toEqual(E.right([]))
    failsWith('InvalidQuery', checkLineageFields(['loggedArtifactVersions'] as never))
    failsWith('InvalidQuery', checkLineageFields('config' as never))
  })

  test('readLineageRun reads the project of each run from its node', () => {
    const node = runNode(1, { project: { name: 'nlp', entityName: 'org' } })
    expect(decodeLineageRun(client, [])(node)).toMatchObject({
      right: { entity: 'org', project: 'nlp', appUrl: 'https://w.example.com' },
    })
  })

  test.each([[runNode(1)], [runNode(1, { project: null })], ['run'], [null]])('readLineageRun refuses %#', (node) => {
    expect(E.isLeft(decodeLineageRun(client, [])(node))).toBe(true)
  })
})

describe('loadLoggedBy', async () => {
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
})

describe('loadUsedBy', async () => {
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
})
