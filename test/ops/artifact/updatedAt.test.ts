import { expect, test } from 'vitest'
import { artifactUpdatedAt } from '../../../src/ops/artifact/updatedAt.ts'
import { anArtifact } from '../records.ts'

test('artifactUpdatedAt gives the moment', () => {
  expect(artifactUpdatedAt(anArtifact())).toEqual(new Date('2026-11-21T11:00:00Z'))
})

test('artifactUpdatedAt gives undefined where the server does not tell', () => {
  expect(artifactUpdatedAt(anArtifact({ updatedAt: undefined }))).toBeUndefined()
})
