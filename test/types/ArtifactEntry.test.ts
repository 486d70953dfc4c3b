import { expect, test } from 'vitest'
import { ArtifactEntry } from 'wandb-run-ops/types'
import { decoded, refusal } from './outcome.ts'

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
