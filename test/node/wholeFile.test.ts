import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { flushAll, placeNewFile, temporaryPath, writeAll } from '../../src/node/wholeFile.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a temporary name is new, short, and in the same folder', () => {
  const path = join(folder, 'é'.repeat(127))
  const names = Array.from({ length: 10 }, () => temporaryPath(path))
  expect(new Set(names).size).toBe(10)
  expect(names.filter((name) => dirname(name) !== folder || basename(name).length > 30)).toEqual([])
})

describe('writeAll', () => {
  /** A disk that takes a few bytes of each write. */
  const slowDisk = (most: number) => {
    const written: Array<number> = []
    const write = async (bytes: Uint8Array, from: number, length: number, position: number) => {
      const count = Math.min(most, length)
      for (let at = 0; at < count; at += 1) written[position + at] = bytes[from + at] as number
      return { bytesWritten: count, buffer: bytes }
    }
    return { written, file: { write } as unknown as Parameters<typeof writeAll>[0] }
  }

  test.each([1, 3, 7, 100])('continues after %i bytes', async (most) => {
    const { written, file } = slowDisk(most)
    await writeAll(file, Uint8Array.from([1, 2, 3, 4]), 0)
    await writeAll(file, Uint8Array.from([5, 6, 7, 8, 9]), 4)
    expect(written).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('fails on a disk that takes nothing', async () => {
    await expect(writeAll(slowDisk(0).file, Uint8Array.from([1]), 0)).rejects.toMatchObject({ code: 'ENOSPC' })
  })
})

test('flushAll fails if the file on the disk has another size', async () => {
  const file = await open(join(folder, 'file'), 'wx')
  await writeAll(file, Buffer.from('hello'), 0)
  await flushAll(file, 5)
  await expect(flushAll(file, 6)).rejects.toMatchObject({ code: 'EIO' })
  await file.close()
})

test.each([
  ['EINVAL', true],
  ['ENOTSUP', true],
  ['ENOSPC', false],
  ['EIO', false],
])('flushAll with a disk that answers %s', async (code, passes) => {
  const sync = async () => {
    throw Object.assign(new Error(code), { code })
  }
  const file = { sync, stat: async () => ({ size: 5 }) } as unknown as Parameters<typeof flushAll>[0]
  expect(
    await flushAll(file, 5).then(
      () => true,
      () => false,
    ),
  ).toBe(passes)
})

describe('placeNewFile', () => {
  const place = (name: string): Promise<boolean> => {
    writeFileSync(join(folder, 'temporary'), 'new')
    return placeNewFile(join(folder, 'temporary'), join(folder, name))
  }

  test('gives a file its name', async () => {
    expect(await place('file')).toBe(true)
    expect(readdirSync(folder)).toEqual(['file'])
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('new')
  })

  test.each([
    ['a file', (path: string) => writeFileSync(path, 'old')],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link to nowhere', (path: string) => symlinkSync('nowhere', path)],
  ])('never replaces %s', async (_, create) => {
    create(join(folder, 'taken'))
    expect(await place('taken')).toBe(false)
    expect(readdirSync(folder).sort()).toEqual(['taken', 'temporary'])
  })

  test('fails where the folder is gone', async () => {
    await expect(place('gone/file')).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
