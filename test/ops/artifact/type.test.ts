import { expect, test } from 'vitest'
import { artifactType } from '../../../src/ops/artifact/type.ts'
import { anArtifact } from '../records.ts'

test('artifactType returns the type of the versions', () => {
  expect(artifactType(anArtifact({ type: 'dataset' }))).toBe('dataset')
})
