import { expect, test } from 'vitest'
import { artifactDescription } from '../../../src/ops/artifact/description.ts'
import { anArtifact } from '../records.ts'

test('artifactDescription gives the text', () => {
  expect(artifactDescription(anArtifact())).toBe('the weights')
})

test('artifactDescription gives undefined where there is none', () => {
  expect(artifactDescription(anArtifact({ description: undefined }))).toBeUndefined()
})
