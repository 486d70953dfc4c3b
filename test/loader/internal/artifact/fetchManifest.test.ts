import { expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import { fetchManifest } from '../../../../src/loader/internal/artifact/fetchManifest.ts'
import { failsWith, rightOf } from '../../servers/either.ts'

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
  )

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
