import { expect, test } from 'vitest'
import { ArtifactEntry, ArtifactManifest } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

test('reads a minimal entry', () => {
  const entry = decoded(ArtifactEntry, { path: 'a', digest: '' })
  expect(entry).toStrictEqual({
    path: 'a',
    digest: '',
    size: undefined,
    ref: undefined,
    birthArtifactId: undefined,
    extra: {},
  })
  expect(decoded(ArtifactEntry, ArtifactEntry.encode(entry))).toStrictEqual(entry)
})

test('an entry without a digest is rejected', () => {
  expect(refusal(ArtifactEntry, { path: 'a' })).toMatchObject({ path: ['digest'] })
})

const wire = {
  version: 1,
  storagePolicy: 'wandb-storage-policy-v1',
  storagePolicyConfig: { storageLayout: 'V2' },
  contents: {
    'weights/w.bin': { digest: 'XUFAKrxLKna5cZ2REBfFkg==', birthArtifactID: 'QQ==', size: 5 },
    card: { digest: 'etag', ref: 's3://bucket/card', extra: { versionID: '1' }, size: 7 },
  },
}

test('reads a manifest, its entries sorted by path, frozen', () => {
  const manifest = decoded(ArtifactManifest, wire)
  expect(manifest).toStrictEqual({
    version: 1,
    storageLayout: 'V2',
    entries: [
      {
        path: 'card',
        digest: 'etag',
        size: 7,
        ref: 's3://bucket/card',
        birthArtifactId: undefined,
        extra: { versionID: '1' },
      },
      {
        path: 'weights/w.bin',
        digest: 'XUFAKrxLKna5cZ2REBfFkg==',
        size: 5,
        ref: undefined,
        birthArtifactId: 'QQ==',
        extra: {},
      },
    ],
  })
  expect([manifest, manifest.entries, manifest.entries[0]].every(Object.isFrozen)).toBe(true)
})

test('a manifest may be empty and lack a layout', () => {
  expect(decoded(ArtifactManifest, { version: 1, contents: {} })).toStrictEqual({
    version: 1,
    storageLayout: undefined,
    entries: [],
  })
})

test('a path may be __proto__, and the path inside an entry is ignored', () => {
  const text = '{"version": 1, "contents": {"__proto__": {"digest": "a", "path": "b"}, "constructor": {"digest": "c"}}}'
  const manifest = decoded(ArtifactManifest, JSON.parse(text))
  expect(manifest.entries.map(({ path }) => path)).toEqual(['__proto__', 'constructor'])
  expect(decoded(ArtifactManifest, ArtifactManifest.encode(manifest))).toStrictEqual(manifest)
})

test.each([
  [{ contents: null }, ['entries'], 'Record<string, ArtifactEntry>', 'null'],
  [{ contents: [] }, ['entries'], 'Record<string, ArtifactEntry>', 'array'],
  [{ contents: { a: 5 } }, ['entries', 'a'], 'ArtifactEntry', 'number'],
  [{ contents: { a: { digest: 5 } } }, ['entries', 'a', 'digest'], 'string', 'number'],
  [{ version: 'one' }, ['version'], 'Int64', 'string'],
])('%j is rejected', (change, path, expected, actual) => {
  expect(refusal(ArtifactManifest, { ...wire, ...change })).toEqual({ path, expected, actual })
})

test('round-trips, and recognizes the result', () => {
  const manifest = decoded(ArtifactManifest, wire)
  expect(decoded(ArtifactManifest, ArtifactManifest.encode(manifest))).toStrictEqual(manifest)
  expect([ArtifactManifest.is(manifest), ArtifactManifest.is(wire), ArtifactManifest.is(null)]).toEqual([
    true,
    false,
    false,
  ])
})
