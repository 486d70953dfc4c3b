import { expect, test } from 'vitest'
import { artifactTypeDescription } from '../../../src/ops/artifactType/description.ts'
import { anArtifactType } from '../records.ts'

test('artifactTypeDescription gives the text', () => {
  expect(artifactTypeDescription(anArtifactType())).toBe('weights')
})

test('artifactTypeDescription gives undefined where there is none', () => {
  expect(artifactTypeDescription(anArtifactType({ description: undefined }))).toBeUndefined()
})
