import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeParent } from '../../../../src/loader/node/internal/makeParent.ts'
import { failsWith, rightOf } from '../../servers/either.ts'

let room: string
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'parent-'))
})
afterEach(() => rmSync(room, { recursive: true, force: true }))

describe('makeParent', () => {
  test('makes every folder on the way, and nothing more', async () => {
    const root = join(room, 'not', 'there')
    rightOf(await makeParent(root, join(root, 'a', 'b', 'file')))
    expect(statSync(join(root, 'a', 'b')).isDirectory()).toBe(true)
    expect(existsSync(join(root, 'a', 'b', 'file'))).toBe(false)
  })

  test('the root may be a link', async () => {
    mkdirSync(join(room, 'real'))
    symlinkSync(join(room, 'real'), join(room, 'link'))
    rightOf(await makeParent(join(room, 'link'), join(room, 'link', 'a', 'file')))
    expect(existsSync(join(room, 'real', 'a'))).toBe(true)
  })

  test('a link within that stays within is followed', async () => {
    mkdirSync(join(room, 'root', 'real'), { recursive: true })
    symlinkSync('real', join(room, 'root', 'link'))
    rightOf(await makeParent(join(room, 'root'), join(room, 'root', 'link', 'a', 'file')))
    expect(existsSync(join(room, 'root', 'real', 'a'))).toBe(true)
  })

  test('a link within that leads out is rejected, and nothing is created beyond it', async () => {
    mkdirSync(join(room, 'root'))
    mkdirSync(join(room, 'elsewhere'))
    symlinkSync(join(room, 'elsewhere'), join(room, 'root', 'link'))
    for (const name of ['link/file', 'link/a/file'])
      failsWith('UnsafePath', await makeParent(join(room, 'root'), join(room, 'root', name)))
    expect(existsSync(join(room, 'elsewhere', 'a'))).toBe(false)
  })

  test('a file that is where a folder should is DiskFailed', async () => {
    writeFileSync(join(room, 'a'), '')
    failsWith('DiskFailed', await makeParent(room, join(room, 'a', 'b', 'file')))
  })
})
