import { expect, test } from 'vitest'
import { artifactTypeEntity, artifactTypeProject } from '../../../src/ops/artifactType/project.ts'
import { anArtifactType } from '../records.ts'

test('artifactTypeProject gives the project', () => {
  expect(artifactTypeProject(anArtifactType())).toBe('vision')
})

test('artifactTypeEntity gives the entity', () => {
  expect(artifactTypeEntity(anArtifactType())).toBe('team')
})
