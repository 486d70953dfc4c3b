import { expect, test } from 'vitest'
import { artifactTypeEntity, artifactTypeProject } from '../../../src/ops/artifactType/project.ts'
import { anArtifactType } from '../records.ts'

test('artifactTypeProject returns the project', () => {
  expect(artifactTypeProject(anArtifactType())).toBe('vision')
})

test('artifactTypeEntity returns the entity', () => {
  expect(artifactTypeEntity(anArtifactType())).toBe('team')
})
