import { expect, test } from 'vitest'
import { artifactVersionTags } from '../../../src/ops/artifactVersion/tags.ts'
import { aVersion } from '../records.ts'

test('artifactVersionTags returns the tags', () => {
  expect(artifactVersionTags(aVersion())).toEqual(['reviewed'])
})

test('artifactVersionTags returns undefined if not loaded', () => {
  expect(artifactVersionTags(aVersion({ tags: undefined }))).toBeUndefined()
})
