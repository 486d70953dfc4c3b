import { describe, expect, test } from 'vitest'
import { loadArtifactVersion, loadArtifactVersions, makeClient } from 'wandb-run-ops/loader'
import { artifactVersionIsLink, artifactVersionUrl } from 'wandb-run-ops/ops'
import { failsWith, rightOf } from '../servers/either.ts'
import { versionNode } from '../servers/nodes.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'
import { served } from './serve.ts'

const { client, operations, sandbox } = served()
const load = async (path: string) => rightOf(await loadArtifactVersion(path)(client())())

describe('loadArtifactVersion', () => {
  test('loads the same version as a listing, in every spelling, each in one request', async () => {
    const { items } = rightOf(await loadArtifactVersions({ artifact: 'team/vision/model' })(client())())
    sandbox().resetRequests()
    for (const path of [
      'team/vision/model:v1',
      '/team/vision/model:v1',
      ' team / vision / model : v1 ',
      'team/vision/model:best/2:1',
      `${sandbox().url}/team/vision/artifacts/model/model/v1`,
    ])
      expect(await load(path)).toEqual(items[1])
    expect(await load('team/vision/model')).toEqual(items[5])
    expect(await load('team/vision/model:latest')).toEqual(items[5])
    expect(operations()).toEqual(Array(7).fill('ArtifactVersion'))
  })

  test('takes entity and project of the client, and asks the server for its entity only without', async () => {
    const at = quick(sandbox().url, sandbox().apiKey, { entity: 'team', project: 'vision' })
    expect(rightOf(await loadArtifactVersion('model:v3')(at)()).version).toBe(3)
    expect(rightOf(await loadArtifactVersion('registry/best:production')(at)()).version).toBe(2)
    expect(operations()).toEqual(['ArtifactVersion', 'ArtifactVersion'])
    expect(rightOf(await loadArtifactVersion('vision/model:v3')(client())()).version).toBe(3)
    expect(operations().slice(2)).toEqual(['DefaultEntity', 'ArtifactVersion'])
  })

  test('by id and by record it is the version where it was logged', async () => {
    const link = await load('team/registry/best:production')
    const version = rightOf(await loadArtifactVersion({ artifactVersion: link })(client())())
    expect(version).toEqual(await load('team/vision/model:v3'))
    expect(rightOf(await loadArtifactVersion({ artifactVersion: { id: version.id } })(client())())).toEqual(version)
  })

  test('a link has name, number, aliases and address of the portfolio', async () => {
    const link = await load('team/registry/best:production')
    expect(link).toMatchObject({
      project: 'registry',
      name: 'best',
      version: 2,
      alias: 'production',
      aliases: ['v2', 'production'],
      source: { project: 'vision', name: 'model', version: 3 },
    })
    expect(artifactVersionIsLink(link)).toBe(true)
    expect(artifactVersionUrl(link)).toContain(`${client().appUrl}/team/registry/model?`)
  })

  test('reports what of the path is not there', async () => {
    const missing = async (path: string) => {
      const { what, path: shown } = failsWith('NotFound', await loadArtifactVersion(path)(client())())
      return [what, shown]
    }
    expect(await missing('team/none/model:v1')).toEqual(['project', 'team/none'])
    expect(await missing('team/vision/none:v1')).toEqual(['artifact', 'team/vision/none'])
    expect(await missing('team/vision/model:none')).toEqual(['artifact version', 'team/vision/model:none'])
    const byId = await loadArtifactVersion({ artifactVersion: { id: 'bm9uZQ==' } })(client())()
    expect(failsWith('NotFound', byId)).toMatchObject({ what: 'artifact version', path: 'bm9uZQ==' })
  })

  test.each(['', 'a/b/c/d:v1', 'team/vision/model:', 5 as never])('refuses %j without a request', async (path) => {
    failsWith('InvalidPath', await loadArtifactVersion({ artifactVersion: path })(client())())
    expect(operations()).toEqual([])
  })

  test.each([{ id: '' }, {}, null])('refuses the record %j', async (record) => {
    failsWith('InvalidPath', await loadArtifactVersion({ artifactVersion: record as never })(client())())
  })

  test('does without what an older server does not know, and remembers it', async () => {
    const { fetch, sent } = scripted(({ query }) =>
      query.includes('ttlIsInherited')
        ? Response.json(
            { errors: [{ message: 'Cannot query field "ttlIsInherited" on type "Artifact".' }] },
            { status: 400 },
          )
        : { data: { artifact: versionNode(3) } },
    )
    const one = makeClient({ fetch })
    for (const _ of [1, 2]) {
      const version = rightOf(await loadArtifactVersion({ artifactVersion: { id: 'a' } })(one)())
      expect([version.version, version.tags]).toEqual([3, undefined])
    }
    expect(sent.length).toBe(3)
  })

  test('another refusal is reported, and not tried again', async () => {
    const { fetch, sent } = scripted(() => ({ errors: [{ message: 'Cannot query field "x" on type "Artifact".' }] }))
    failsWith('GraphqlRefused', await loadArtifactVersion('a/b/c')(makeClient({ fetch }))())
    expect(sent.length).toBe(1)
  })

  test('a version that cannot be read is Unreadable', async () => {
    const { fetch } = scripted(() => ({ data: { artifact: versionNode(3, { size: 'big' }) } }))
    const error = failsWith(
      'Unreadable',
      await loadArtifactVersion({ artifactVersion: { id: 'a' } })(makeClient({ fetch }))(),
    )
    expect([error.what, error.failure.path]).toEqual(['artifact version', ['size']])
  })

  test('ends at the signal', async () => {
    const query = { artifactVersion: 'team/vision/model:v1', signal: AbortSignal.abort() }
    failsWith('Aborted', await loadArtifactVersion(query)(client())())
  })
})
