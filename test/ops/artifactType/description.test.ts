import { expect, test } from 'vitest'
import { artifactTypeDescription } from '../../../src/ops/artifactType/description.ts'
import { anArtifactType } from '../records.ts'

test('artifactTypeDescription returns the text', () => {
  expect(artifactTypeDescription(anArtifactType())).toBe('weights')
})

test('artifactTypeDescription returns undefined if there is none', () => {
  expect(artifactTypeDescription(anArtifactType({ description: undefined }))).toBeUndefined()
})
