import { expect, test } from 'vitest'
import { type FileVersion, isSameVersion } from '../../src/client/fileVersion.ts'

const version = (etag?: string, modified?: string, total?: number): FileVersion => ({
  headers: {
    ...(etag === undefined ? {} : { etag }),
    ...(modified === undefined ? {} : { 'last-modified': modified }),
  },
  total,
})

test.each([
  ['nothing is known', version(), version(), true],
  ['the ETag is the same', version('"1"'), version('"1"'), true],
  ['the ETag changed', version('"1"'), version('"2"'), false],
  ['the ETag is gone', version('"1"'), version(), false],
  ['the ETag became weak', version('"1"'), version('W/"1"'), false],
  ['a strong ETag outweighs times of several machines', version('"1"', 'Mon'), version('"1"', 'Tue'), true],
  ['a weak ETag does not outweigh the time', version('W/"1"', 'Mon'), version('W/"1"', 'Tue'), false],
  ['a weak ETag and the time are the same', version('W/"1"', 'Mon'), version('W/"1"', 'Mon'), true],
  ['the time changed', version(undefined, 'Mon'), version(undefined, 'Tue'), false],
  ['the time is gone', version(undefined, 'Mon'), version(), false],
  ['the size changed', version('"1"', 'Mon', 5), version('"1"', 'Mon', 6), false],
  ['the size is not always known', version('"1"', 'Mon', 5), version('"1"', 'Mon'), true],
])('%s', (_, one, other, same) => {
  expect([isSameVersion(one, other), isSameVersion(other, one)]).toEqual([same, same])
})
