import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isMd5, isSameFile } from '../../../../src/loader/node/internal/isSameFile.ts'

const md5 = 'XUFAKrxLKna5cZ2REBfFkg=='

let room: string
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'same-'))
  writeFileSync(join(room, 'hello'), 'hello')
  symlinkSync(join(room, 'hello'), join(room, 'link'))
})
afterAll(() => rmSync(room, { recursive: true, force: true }))

describe('isSameFile', () => {
  test.each([
    [{ md5 }, true],
    [{ md5, size: 5 }, true],
    [{ md5, size: 6 }, false],
    [{ md5: 'AAAAAAAAAAAAAAAAAAAAAA==' }, false],
    [{ size: 5 }, false],
    [{ size: 5, md5: 'an etag' }, false],
    [{}, false],
  ])('is reported by %j', async (expected, same) => {
    expect(await isSameFile(join(room, 'hello'), expected)).toBe(same)
  })

  test.each(['absent', 'link', '.'])('%s is none', async (name) => {
    expect(await isSameFile(join(room, name), { md5 })).toBe(false)
  })
})

test.each([
  [md5, true],
  [undefined, false],
  ['', false],
  ['d41d8cd98f00b204e9800998ecf8427e', false],
  ['s3://bucket/key', false],
])('isMd5(%j) is %j', (digest, is) => {
  expect(isMd5(digest)).toBe(is)
})
