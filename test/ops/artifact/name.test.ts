import { expect, test } from 'vitest'
import { artifactName } from '../../../src/ops/artifact/name.ts'
import { anArtifact } from '../records.ts'

test('artifactName returns the name', () => {
  expect(artifactName(anArtifact())).toBe('model')
})
