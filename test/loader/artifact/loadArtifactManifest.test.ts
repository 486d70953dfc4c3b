import { describe, expect, test } from 'vitest'
import { loadArtifactManifest, makeClient } from 'wandb-run-ops/loader'
import { fetchManifest } from '../../../src/loader/artifact/loadArtifactManifest.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { served } from './serve.ts'
import { reference } from './shelf.ts'

const target = { by: 'id', variables: { id: 'a' }, shown: 'a' } as const

const fetched = (artifact: unknown) =>
  fetchManifest(
    makeClient({
      maxRetries: 0,
      fetch: async (url) =>
        Response.json(String(url).endsWith('/graphql') ? { data: { artifact } } : { version: 1, contents: {} }),
    }),
    target,
    undefined,
  )()

const currentManifest = { file: { directUrl: 'https://storage.example.com/m' } }

test('returns the manifest and the id of the version', async () => {
  const { id, manifest } = rightOf(await fetched({ id: 'b', currentManifest }))
  expect([id, manifest.entries]).toEqual(['b', []])
})

test('a version without a manifest, or without an id, is an error', async () => {
  failsWith('NotFound', await fetched({ id: 'b', currentManifest: null }))
  failsWith('NotFound', await fetched({ id: 'b', currentManifest: { file: { directUrl: '' } } }))
  failsWith('ResponseMalformed', await fetched({ currentManifest }))
  failsWith('NotFound', await fetched(null))
})

const { client, sandbox } = served()

const serving = (manifest: () => Response) =>
  makeClient({
    maxRetries: 0,
    fetch: async (url) =>
      String(url).endsWith('/graphql')
        ? Response.json({
            data: { artifact: { id: 'a', currentManifest: { file: { directUrl: 'https://storage.example.com/m' } } } },
          })
        : manifest(),
  })

const load = (manifest: () => Response) => loadArtifactManifest({ artifactVersion: { id: 'a' } })(serving(manifest))()

describe('loadArtifactManifest', () => {
  test('lists the files with sizes and digests, references too', async () => {
    const manifest = rightOf(await loadArtifactManifest({ artifactVersion: 'team/vision/model:v1' })(client())())
    expect(manifest.entries.map(({ path, size, ref }) => [path, size, ref])).toEqual([
      ['card.json', 10, undefined],
      ['empty', 0, undefined],
      ['source', 100, reference],
      ['weights/layer 1/w.bin', 18, undefined],
      ['weights/w.bin', 7, undefined],
    ])
    expect(manifest.storageLayout).toBe('V2')
  })

  test('takes two requests, and no key goes to storage', async () => {
    rightOf(await loadArtifactManifest({ artifactVersion: 'team/vision/model:v1' })(client())())
    expect(sandbox().requests.map(({ path, headers }) => [path, headers['authorization'] === undefined])).toEqual([
      ['/graphql', false],
      ['/files/manifests/model-1', true],
    ])
  })

  test('a version without a manifest is NotFound', async () => {
    const fetch = async () => Response.json({ data: { artifact: { id: 'a', currentManifest: null } } })
    const none = await loadArtifactManifest({ artifactVersion: { id: 'a' } })(makeClient({ fetch }))()
    expect(failsWith('NotFound', none)).toMatchObject({ what: 'manifest', path: 'a' })
  })

  test('a response that is not a manifest is an error', async () => {
    failsWith('ResponseMalformed', await load(() => new Response('<html>')))
    expect(failsWith('Unreadable', await load(() => Response.json({ version: 1 }))).what).toBe('manifest')
    failsWith('HttpFailed', await load(() => new Response('', { status: 403 })))
  })
})
