import { expect, test } from 'vitest'
import { ordArtifactByCreatedAt, ordArtifactByName } from '../../../src/ops/artifact/ordArtifact.ts'
import { anArtifact, at } from '../records.ts'

const data = anArtifact({ name: 'data', createdAt: at('12:00:00') })
const model = anArtifact()

test('ordArtifactByName puts names in their order', () => {
  expect([model, data].sort(ordArtifactByName.compare)).toEqual([data, model])
})

test('ordArtifactByCreatedAt puts the oldest first', () => {
  expect([data, model].sort(ordArtifactByCreatedAt.compare)).toEqual([model, data])
})
