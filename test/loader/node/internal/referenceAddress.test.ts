import { expect, test } from 'vitest'
import { referenceAddress } from '../../../../src/loader/node/internal/referenceAddress.ts'

test.each([
  ['https://example.com/a?b', { kind: 'url', url: 'https://example.com/a?b' }],
  ['http://example.com', { kind: 'url', url: 'http://example.com' }],
  ['wandb-artifact://4172746966616374/a/b c', { kind: 'artifact', id: 'QXJ0aWZhY3Q=', name: 'a/b c' }],
  ['wandb-artifact://xyz/a', undefined],
  ['wandb-artifact://41/', undefined],
  ['wandb-client-artifact://abc:latest/a', undefined],
  ['s3://bucket/key', undefined],
  ['gs://bucket/key', undefined],
  ['file:///etc/passwd', undefined],
  ['', undefined],
])('%j leads to %j', (ref, address) => {
  expect(referenceAddress(ref)).toEqual(address)
})
