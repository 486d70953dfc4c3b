import { describe, expect, test } from 'vitest'
import { loadArtifact, loadArtifacts, makeClient } from 'wandb-run-ops/loader'
import { artifactAliases, artifactVersions } from 'wandb-run-ops/ops'
import { assertComplete, loadAliases } from '../../../src/loader/artifact/loadArtifact.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { connection } from '../servers/nodes.ts'
import { scripted } from '../servers/scripted.ts'
import { served } from './serve.ts'

const listed = {
  items: [1, 2],
  totalCount: 2,
  failures: [],
  duplicates: 0,
  skipped: 0,
  complete: true,
  cursor: undefined,
}
const failure = { path: [], expected: 'number', actual: 'string' }

test('returns the records of a whole list, frozen', () => {
  const items = rightOf(assertComplete('number')(listed))
  expect(items).toEqual([1, 2])
  expect(Object.isFrozen(items)).toBe(true)
})

test('a failure and a part are errors', () => {
  expect(failsWith('Unreadable', assertComplete('number')({ ...listed, failures: [failure] })).what).toBe('number')
  failsWith('ResponseMalformed', assertComplete('number')({ ...listed, complete: false }))
})

const place = { entity: 'team', project: 'vision', name: 'model' }

test('reads aliases by name, page after page', async () => {
  const { fetch, sent } = scripted(({ variables }) => {
    const aliases =
      variables['after'] === null
        ? connection([{ id: '1', alias: 'a' }], { next: 'x' })
        : connection([{ id: '2', alias: 'b' }, 5])
    return { data: { project: { artifactCollection: { aliases } } } }
  })
  const listed = rightOf(await loadAliases(makeClient({ fetch }), place, undefined))
  expect([listed.items, listed.failures.length, sent.length]).toEqual([['a', 'b'], 1, 2])
})

test('an artifact that does not exist is NotFound', async () => {
  const { fetch } = scripted(() => ({ data: { project: { artifactCollection: null } } }))
  expect(failsWith('NotFound', await loadAliases(makeClient({ fetch }), place, undefined)).what).toBe('artifact')
})

const { client, operations, sandbox } = served()

describe('loadArtifact', () => {
  test('loads the same artifact as a listing, by path and by record', async () => {
    const { items } = rightOf(await loadArtifacts({ project: 'team/vision', type: 'model' })(client())())
    const [model] = items
    if (model === undefined) throw new Error('no model')
    expect(rightOf(await loadArtifact('team/vision/model')(client())())).toEqual(model)
    expect(rightOf(await loadArtifact({ artifact: model })(client())())).toEqual(model)
    expect(operations()).toEqual(['Artifacts', 'Artifact', 'Artifact'])
  })

  test('has all versions and aliases where they are asked for, frozen', async () => {
    const query = { artifact: 'team/vision/model', fields: ['versions', 'aliases'] } as const
    const model = rightOf(await loadArtifact(query)(client())())
    expect(artifactVersions(model).map(({ version }) => version)).toEqual([0, 1, 2, 3, 4, 5])
    expect(artifactAliases(model)).toEqual(['v0', 'v1', 'best/2:1', 'v2', 'v3', 'v4', 'v5', 'latest'])
    expect([model, model.versions, model.aliases].every(Object.isFrozen)).toBe(true)
  })

  test('is Unreadable where one of its versions is', async () => {
    sandbox().faults.add({ kind: 'malformed-run', shape: 'created-at', connection: 'artifacts' })
    const query = { artifact: 'team/vision/model', fields: ['versions'] } as const
    expect(failsWith('Unreadable', await loadArtifact(query)(client())()).what).toBe('artifact version')
  })

  test('what does not exist is NotFound', async () => {
    expect(failsWith('NotFound', await loadArtifact('team/vision/none')(client())())).toMatchObject({
      what: 'artifact',
      path: 'team/vision/none',
    })
    expect(failsWith('NotFound', await loadArtifact('team/none/model')(client())()).what).toBe('project')
  })

  test('refuses the path of a version, and a record without its place', async () => {
    failsWith('InvalidPath', await loadArtifact('team/vision/model:v3')(client())())
    const record = { entity: 'team', project: '', name: 'model' }
    failsWith('InvalidPath', await loadArtifact({ artifact: record })(client())())
    failsWith('InvalidPath', await loadArtifact({ artifact: null as never })(client())())
    expect(operations()).toEqual([])
  })

  test.each([['files'], [5]])('refuses the fields %j', async (fields) => {
    failsWith('InvalidQuery', await loadArtifact({ artifact: 'a/b/c', fields: fields as never })(client())())
  })

  test('its type has only the heavy fields that were asked for', async () => {
    const model = rightOf(await loadArtifact('team/vision/model')(client())())
    // @ts-expect-error versions were not asked for
    expect(() => artifactVersions(model)).not.toThrow()
  })
})
