import { expect, test } from 'vitest'
import { artifactVersionTags } from '../../../src/ops/artifactVersion/tags.ts'
import { aVersion } from '../records.ts'

test('artifactVersionTags gives the tags', () => {
  expect(artifactVersionTags(aVersion())).toEqual(['reviewed'])
})

test('artifactVersionTags gives undefined where they were not loaded', () => {
  expect(artifactVersionTags(aVersion({ tags: undefined }))).toBeUndefined()
})
