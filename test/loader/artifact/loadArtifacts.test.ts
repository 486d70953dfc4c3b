import { describe, expect, test } from 'vitest'
import { type ArtifactsQuery, loadArtifacts } from 'wandb-run-ops/loader'
import { artifactName } from 'wandb-run-ops/ops'
import { failsWith, rightOf } from '../servers/either.ts'
import { served } from './serve.ts'

const { client, operations, sandbox } = served()
const project = 'team/vision'

const names = async (query: ArtifactsQuery) =>
  rightOf(await loadArtifacts({ project, ...query })(client())()).items.map(artifactName)

describe('loadArtifacts', () => {
  test('lists the artifacts of a project with their number, in one request', async () => {
    const listed = rightOf(await loadArtifacts({ project })(client())())
    expect(listed.items.map(({ name, type, kind }) => [name, type, kind])).toEqual([
      ['data', 'dataset', 'sequence'],
      ['model', 'model', 'sequence'],
    ])
    expect([listed.totalCount, listed.complete, operations()]).toEqual([2, true, ['Artifacts']])
  })

  test('lists those of a type', async () => {
    expect(await names({ type: 'model' })).toEqual(['model'])
  })

  test('sends filters and order as they are', async () => {
    expect(await names({ filters: { name: { $regex: '^da' } } })).toEqual(['data'])
    expect(await names({ order: '-name' })).toEqual(['model', 'data'])
    expect(sandbox().requests.map(({ variables }) => [variables['filters'], variables['order']])).toEqual([
      ['{"name":{"$regex":"^da"}}', null],
      [null, '-name'],
    ])
  })

  test('distinguishes portfolios from sequences, and lists only one kind', async () => {
    const { items } = rightOf(await loadArtifacts({ project: 'team/registry' })(client())())
    expect(items).toMatchObject([{ name: 'best', kind: 'portfolio', tags: ['shipped'], description: 'what we ship' }])
    expect(await names({ project: 'team/registry', kind: 'sequence' })).toEqual([])
    expect(await names({ project: 'team/registry', kind: 'portfolio' })).toEqual(['best'])
    expect(await names({ kind: 'portfolio' })).toEqual([])
  })

  test('has the web app of the server, for links', async () => {
    const { items } = rightOf(await loadArtifacts({ project })(client())())
    expect(items[0]?.appUrl).toBe(client().appUrl)
  })

  test('distinguishes a project that is not there from a type that is not there', async () => {
    expect(failsWith('NotFound', await loadArtifacts({ project: 'team/none' })(client())()).what).toBe('project')
    expect(failsWith('NotFound', await loadArtifacts({ project, type: 'none' })(client())()).what).toBe('artifact type')
  })

  test.each([{ kind: 'both' as never }, { type: '' }, { order: '' }, { filters: { a: Number.NaN } }])(
    'refuses %j without a request',
    async (query) => {
      failsWith('InvalidQuery', await loadArtifacts({ project, ...query })(client())())
      expect(operations()).toEqual([])
    },
  )

  test('counts empty places', async () => {
    sandbox().faults.add({ kind: 'null-nodes', connection: 'artifactCollections', indexes: [0] })
    const listed = rightOf(await loadArtifacts({ project })(client())())
    expect([listed.items.length, listed.skipped, listed.complete]).toEqual([1, 1, true])
  })
})
