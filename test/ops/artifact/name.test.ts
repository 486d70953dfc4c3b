import { expect, test } from 'vitest'
import { artifactName } from '../../../src/ops/artifact/name.ts'
import { anArtifact } from '../records.ts'

test('artifactName gives the name', () => {
  expect(artifactName(anArtifact())).toBe('model')
})
