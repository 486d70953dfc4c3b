import { expect, test } from 'vitest'
import { artifactTags } from '../../../src/ops/artifact/tags.ts'
import { anArtifact } from '../records.ts'

test('artifactTags returns the tags', () => {
  expect(artifactTags(anArtifact())).toEqual(['reviewed'])
})
