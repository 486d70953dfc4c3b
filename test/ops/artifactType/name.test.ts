import { expect, test } from 'vitest'
import { artifactTypeName } from '../../../src/ops/artifactType/name.ts'
import { anArtifactType } from '../records.ts'

test('artifactTypeName gives the name', () => {
  expect(artifactTypeName(anArtifactType())).toBe('model')
})
