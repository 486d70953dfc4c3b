import { expect, test } from 'vitest'
import { artifactUpdatedAt } from '../../../src/ops/artifact/updatedAt.ts'
import { anArtifact } from '../records.ts'

test('artifactUpdatedAt returns the time', () => {
  expect(artifactUpdatedAt(anArtifact())).toEqual(new Date('2026-11-21T11:00:00Z'))
})

test('artifactUpdatedAt returns undefined if the server does not report it', () => {
  expect(artifactUpdatedAt(anArtifact({ updatedAt: undefined }))).toBeUndefined()
})
