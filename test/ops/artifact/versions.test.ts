import { expect, test } from 'vitest'
import { artifactVersions } from '../../../src/ops/artifact/versions.ts'
import { anArtifact } from '../records.ts'

test('artifactVersions gives the versions', () => {
  expect(artifactVersions(anArtifact())).toMatchObject([{ version: 3 }])
})

test('artifactVersions gives the empty list where there are none', () => {
  expect(artifactVersions(anArtifact({ versions: [] }))).toEqual([])
})
