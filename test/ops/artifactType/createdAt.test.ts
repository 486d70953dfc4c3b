import { expect, test } from 'vitest'
import { artifactTypeCreatedAt } from '../../../src/ops/artifactType/createdAt.ts'
import { anArtifactType } from '../records.ts'

test('artifactTypeCreatedAt returns the time', () => {
  expect(artifactTypeCreatedAt(anArtifactType())).toEqual(new Date('2026-11-21T10:00:00Z'))
})
