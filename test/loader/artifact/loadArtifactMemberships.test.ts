import { describe, expect, test } from 'vitest'
import { loadArtifactMemberships, makeClient } from 'wandb-run-ops/loader'
import { failsWith, rightOf } from '../servers/either.ts'
import { connection } from '../servers/nodes.ts'
import { scripted } from '../servers/scripted.ts'
import { served } from './serve.ts'

const { client, operations } = served()

const node = (number: number) => ({
  id: `m${number}`,
  versionIndex: number,
  aliases: [],
  artifactCollection: { __typename: 'ArtifactSequence', name: 'model', project: null },
})

describe('loadArtifactMemberships', () => {
  test('lists where a version is, with its number and aliases there, in one request', async () => {
    const query = { artifactVersion: 'team/vision/model:v3' }
    const { items, complete } = rightOf(await loadArtifactMemberships(query)(client())())
    expect(items.map(({ project, name, kind, version, aliases }) => [project, name, kind, version, aliases])).toEqual([
      ['vision', 'model', 'sequence', 3, ['v3']],
      ['registry', 'best', 'portfolio', 2, ['v2', 'production']],
    ])
    expect([complete, operations()]).toEqual([true, ['ArtifactMemberships']])
  })

  test('reports where the server has more than it returns, and reads what it can', async () => {
    const artifactMemberships = connection([node(1), null, { id: 'x' }, node(2)], { next: 'more' })
    const { fetch } = scripted(() => ({ data: { artifact: { artifactMemberships } } }))
    const listed = rightOf(await loadArtifactMemberships({ artifactVersion: { id: 'a' } })(makeClient({ fetch }))())
    expect(listed.items.map(({ version }) => version)).toEqual([1, 2])
    expect([listed.complete, listed.skipped, listed.failures.length]).toEqual([false, 1, 1])
  })

  test('a version that does not exist is NotFound', async () => {
    failsWith('NotFound', await loadArtifactMemberships({ artifactVersion: 'team/vision/model:none' })(client())())
  })
})
