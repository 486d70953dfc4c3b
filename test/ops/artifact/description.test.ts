import { expect, test } from 'vitest'
import { artifactDescription } from '../../../src/ops/artifact/description.ts'
import { anArtifact } from '../records.ts'

test('artifactDescription returns the text', () => {
  expect(artifactDescription(anArtifact())).toBe('the weights')
})

test('artifactDescription returns undefined if there is none', () => {
  expect(artifactDescription(anArtifact({ description: undefined }))).toBeUndefined()
})
