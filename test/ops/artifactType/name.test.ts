import { expect, test } from 'vitest'
import { artifactTypeName } from '../../../src/ops/artifactType/name.ts'
import { anArtifactType } from '../records.ts'

test('artifactTypeName returns the name', () => {
  expect(artifactTypeName(anArtifactType())).toBe('model')
})
