import { expect, test } from 'vitest'
import { artifactCreatedAt } from '../../../src/ops/artifact/createdAt.ts'
import { anArtifact } from '../records.ts'

test('artifactCreatedAt returns the time', () => {
  expect(artifactCreatedAt(anArtifact())).toEqual(new Date('2026-11-21T10:00:00Z'))
})
