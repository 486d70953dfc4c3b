import { expect, test } from 'vitest'
import { artifactAliases } from '../../../src/ops/artifact/aliases.ts'
import { anArtifact } from '../records.ts'

test('artifactAliases returns the aliases of all versions', () => {
  expect(artifactAliases(anArtifact())).toEqual(['latest', 'v3'])
})
