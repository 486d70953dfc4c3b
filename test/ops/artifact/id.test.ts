import { expect, test } from 'vitest'
import { artifactId } from '../../../src/ops/artifact/id.ts'
import { anArtifact } from '../records.ts'

test("artifactId returns the server's id", () => {
  expect(artifactId(anArtifact())).toBe('QXJ0aWZhY3RDb2xsZWN0aW9uOjE=')
})
