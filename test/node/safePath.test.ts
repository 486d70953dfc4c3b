import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diskFailed, makeParentFolder, safePath } from '../../src/node/safePath.ts'
import { failsWith, rightOf } from '../loader/servers/either.ts'

describe('diskFailed', async () => {
  test.each([
    [Object.assign(new Error('long words'), { code: 'ENOSPC' }), 'ENOSPC'],
    [new Error('words'), 'words'],
    ['odd', ''],
    [undefined, ''],
  ])('%s is reported as %j', (error, detail) => {
    expect(diskFailed('/a', error)).toMatchObject({ _tag: 'DiskFailed', path: '/a', detail })
  })
})

describe('safePath', async () => {
  describe('safePath', () => {
    test.each([
      ['w.bin', '/target/w.bin'],
      ['weights/layer 1/w.bin', '/target/weights/layer 1/w.bin'],
      ['...', '/target/...'],
      ['..hidden/a..b', '/target/..hidden/a..b'],
      ['a:b', '/target/a:b'],
      ['C:', '/target/C:'],
      ['nul', '/target/nul'],
      ['~/x', '/target/~/x'],
      ['a\\b', '/target/a\\b'],
    ])('%j is within the folder', (name, path) => {
      expect(safePath('/target', name, 'linux')).toEqual(E.right(path))
    })

    test.each([
      '',
      '..',
      '../x',
      'a/../../x',
      'a/..',
      'a\\..\\..\\x',
      '/etc/passwd',
      '//host/share',
      'a//b',
      'a/',
      './a',
      'a/./b',
      'a\0b',
    ])('%j is refused', (name) => {
      failsWith('UnsafePath', safePath('/target', name, 'linux'))
    })

    test.each(['C:\\x', 'C:x', 'a:stream', '\\x', '\\\\host\\share', 'nul', 'con.txt', 'a/LPT1', 'a.', 'a '])(
      '%j is refused on Windows',
      (name) => {
        failsWith('UnsafePath', safePath('C:\\target', name, 'win32'))
      },
    )

    test('takes both slashes for one on Windows', () => {
      expect(safePath('C:\\target', 'a/b\\c', 'win32')).toEqual(E.right('C:\\target\\a\\b\\c'))
    })

    test('no name leads out of the folder', () => {
      const step = fc.constantFrom('..', '.', '', 'a', '\\', '..\\', '/', '\0', ' ')
      const names = fc.array(step).map((steps) => steps.join('/'))
      fc.assert(
        fc.property(names, (name) => {
          const path = safePath('/target/folder', name)
          if (E.isLeft(path)) return true
          const way = relative('/target/folder', resolve(path.right))
          return way !== '' && way !== '..' && !way.startsWith(`..${sep}`)
        }),
      )
    })
  })
})

describe('makeParent', async () => {
  let room: string
  beforeEach(() => {
    room = mkdtempSync(join(tmpdir(), 'parent-'))
  })
  afterEach(() => rmSync(room, { recursive: true, force: true }))

  describe('makeParent', () => {
    test('makes every folder on the way, and nothing more', async () => {
      const root = join(room, 'not', 'there')
      rightOf(await makeParentFolder(root, join(root, 'a', 'b', 'file')))
      expect(statSync(join(root, 'a', 'b')).isDirectory()).toBe(true)
      expect(existsSync(join(root, 'a', 'b', 'file'))).toBe(false)
    })

    test('the root may be a link', async () => {
      mkdirSync(join(room, 'real'))
      symlinkSync(join(room, 'real'), join(room, 'link'))
      rightOf(await makeParentFolder(join(room, 'link'), join(room, 'link', 'a', 'file')))
      expect(existsSync(join(room, 'real', 'a'))).toBe(true)
    })

    test('a link within that stays within is followed', async () => {
      mkdirSync(join(room, 'root', 'real'), { recursive: true })
      symlinkSync('real', join(room, 'root', 'link'))
      rightOf(await makeParentFolder(join(room, 'root'), join(room, 'root', 'link', 'a', 'file')))
      expect(existsSync(join(room, 'root', 'real', 'a'))).toBe(true)
    })

    test('a link within that leads out is rejected, and nothing is created beyond it', async () => {
      mkdirSync(join(room, 'root'))
      mkdirSync(join(room, 'elsewhere'))
      symlinkSync(join(room, 'elsewhere'), join(room, 'root', 'link'))
      for (const name of ['link/file', 'link/a/file'])
        failsWith('UnsafePath', await makeParentFolder(join(room, 'root'), join(room, 'root', name)))
      expect(existsSync(join(room, 'elsewhere', 'a'))).toBe(false)
    })

    test('a file that is where a folder should is DiskFailed', async () => {
      writeFileSync(join(room, 'a'), '')
      failsWith('DiskFailed', await makeParentFolder(room, join(room, 'a', 'b', 'file')))
    })
  })
})
