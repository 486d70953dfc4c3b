import { expect, test } from 'vitest'
import { artifactVersions } from '../../../src/ops/artifact/versions.ts'
import { anArtifact } from '../records.ts'

test('artifactVersions returns the versions', () => {
  expect(artifactVersions(anArtifact())).toMatchObject([{ version: 3 }])
})

test('artifactVersions returns an empty list if there are none', () => {
  expect(artifactVersions(anArtifact({ versions: [] }))).toEqual([])
})
