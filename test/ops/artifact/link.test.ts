import { expect, test } from 'vitest'
import { artifactLink, artifactUrl } from '../../../src/ops/artifact/link.ts'
import { anArtifact } from '../records.ts'

test('artifactUrl leads to the page of the artifact', () => {
  expect(artifactUrl(anArtifact())).toBe('https://wandb.ai/team/vision/artifacts/model/model')
})

test('artifactUrl encodes each segment', () => {
  expect(artifactUrl(anArtifact({ name: 'a/b c', type: '?' }))).toBe(
    'https://wandb.ai/team/vision/artifacts/%3F/a%2Fb%20c',
  )
})

test('artifactLink has the name and the address', () => {
  expect(artifactLink(anArtifact({ appUrl: 'https://w.example.com' }))).toEqual({
    name: 'model',
    url: 'https://w.example.com/team/vision/artifacts/model/model',
  })
})
