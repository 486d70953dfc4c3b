import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  artifactDownload,
  BIG,
  canMount,
  type Download,
  fileDownload,
  historyDownload,
  ROWS,
  resultOf,
  setUpProcesses,
  start,
} from './processes.ts'

setUpProcesses()

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'full-disk-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const failed = (detail: string) => ({ _tag: 'Left', left: { _tag: 'DiskFailed', detail } })

// Such a limit takes what still fits of a write, as a full disk does, and needs no file system of its own.
describe.skipIf(process.platform === 'win32')('a file that may not grow any more', () => {
  const limited = (download: Download, kilobytes: number) =>
    resultOf(start(download, `ulimit -f ${kilobytes} && exec $DOWNLOAD`))

  test('is DiskFailed, and not there', async () => {
    expect(await limited(fileDownload(folder), 1500)).toMatchObject(failed('EFBIG'))
    expect(readdirSync(folder)).toEqual([])
  })

  test('is a failure of an artifact', async () => {
    const result = await limited(artifactDownload(folder), 200)
    expect(result).toMatchObject({ right: { complete: false, files: [], failures: { length: 3 } } })
    expect(readdirSync(folder)).toEqual([])
  })

  test('is DiskFailed for a history, which is continued once there is room', async () => {
    expect(await limited(historyDownload(folder), 8300)).toMatchObject(failed('EFBIG'))
    expect(readdirSync(folder).map((name) => [name.endsWith('.part'), statSync(join(folder, name)).size])).toEqual([
      [true, 8300 * 1024],
    ])
    expect(await resultOf(start(historyDownload(folder)))).toMatchObject({ right: { rows: ROWS, complete: true } })
  })
})

describe.skipIf(!canMount)('a full disk', () => {
  const mounted = (download: Download, size: string) =>
    resultOf(
      start(
        download,
        `exec unshare -rm bash -c 'mount -t tmpfs -o size=${size} tmpfs "$0" && shift 0 && "$@"' ${folder} $DOWNLOAD`,
      ),
    )

  test('is DiskFailed for a file of known size and MD5', async () => {
    expect(await mounted(fileDownload(folder), '1500k')).toMatchObject(failed('ENOSPC'))
  })

  test('is a failure for each file of an artifact that does not fit', async () => {
    const result = await mounted(artifactDownload(folder), '520k')
    expect(result).toMatchObject({ right: { complete: false } })
    const { files, failures } = (result as { right: { files: Array<unknown>; failures: Array<{ error: object }> } })
      .right
    expect([files.length + failures.length, failures.length > 0]).toEqual([3, true])
    for (const { error } of failures) expect(error).toMatchObject({ _tag: 'DiskFailed', detail: 'ENOSPC' })
  })

  test('is DiskFailed for a history', async () => {
    expect(await mounted(historyDownload(folder), '8300k')).toMatchObject(failed('ENOSPC'))
  })

  test('takes what fits to the byte', async () => {
    expect(await mounted(fileDownload(folder), '2m')).toMatchObject({ right: { size: BIG, kept: false } })
  })
})
