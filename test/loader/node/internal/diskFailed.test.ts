import { expect, test } from 'vitest'
import { diskFailed } from '../../../../src/loader/node/internal/diskFailed.ts'

test.each([
  [Object.assign(new Error('long words'), { code: 'ENOSPC' }), 'ENOSPC'],
  [new Error('words'), 'words'],
  ['odd', ''],
  [undefined, ''],
])('%s is reported as %j', (error, detail) => {
  expect(diskFailed('/a', error)).toMatchObject({ _tag: 'DiskFailed', path: '/a', detail })
})
