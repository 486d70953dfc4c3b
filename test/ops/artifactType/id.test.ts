import { expect, test } from 'vitest'
import { artifactTypeId } from '../../../src/ops/artifactType/id.ts'
import { anArtifactType } from '../records.ts'

test('artifactTypeId returns the id of the server', () => {
  expect(artifactTypeId(anArtifactType())).toBe('QXJ0aWZhY3RUeXBlOjE=')
})
