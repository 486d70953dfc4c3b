import { relative, resolve, sep } from 'node:path'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { safePath } from '../../../../src/loader/node/internal/safePath.ts'
import { failsWith } from '../../servers/either.ts'

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
