import { expect, test } from 'vitest'
import { artifactEntity, artifactProject } from '../../../src/ops/artifact/project.ts'
import { anArtifact } from '../records.ts'

test('artifactProject returns the project', () => {
  expect(artifactProject(anArtifact())).toBe('vision')
})

test('artifactEntity returns the entity', () => {
  expect(artifactEntity(anArtifact())).toBe('team')
})
