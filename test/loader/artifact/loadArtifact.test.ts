import { describe, expect, test } from 'vitest'
import { loadArtifact, loadArtifacts } from 'wandb-run-ops/loader'
import { artifactAliases, artifactVersions } from 'wandb-run-ops/ops'
import { failsWith, rightOf } from '../servers/either.ts'
import { served } from './serve.ts'

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
