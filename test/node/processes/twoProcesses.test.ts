import { mkdtempSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  artifactDownload,
  BIG,
  contents,
  type Download,
  fileDownload,
  history,
  historyDownload,
  ROWS,
  resultOf,
  setUpProcesses,
  start,
} from './processes.ts'

setUpProcesses()

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'two-processes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const together = (download: Download, count: number): Promise<ReadonlyArray<unknown>> =>
  Promise.all(Array.from({ length: count }, () => resultOf(start(download))))

const whole = (name: string): Buffer => contents[name as keyof typeof contents] ?? history

const expectWholeFiles = (count: number): void => {
  const names = readdirSync(folder)
  expect(names.length).toBe(count)
  for (const name of names) expect(readFileSync(join(folder, name)).equals(whole(name))).toBe(true)
}

test.each([{}, { replace: true }, { existOk: true }])('download a file together: %j', async (more) => {
  const results = await together(fileDownload(folder, more), 3)
  for (const result of results) expect(result).toMatchObject({ right: { size: BIG } })
  expectWholeFiles(1)
})

test('download an artifact together', async () => {
  for (const result of await together(artifactDownload(folder), 3))
    expect(result).toMatchObject({ right: { complete: true } })
  expectWholeFiles(3)
})

test('download a history together', async () => {
  for (const result of await together(historyDownload(folder), 3))
    expect(result).toMatchObject({ right: { rows: ROWS } })
  expectWholeFiles(1)
})

test.each([fileDownload, artifactDownload, historyDownload])(
  'killed in the middle, what has its name is whole, and the next one ends it: %o',
  async (download) => {
    for (const later of [0, 4]) {
      const child = start(download(folder))
      const closed = new Promise((resolve) => child.on('close', resolve))
      const watcher = watch(folder, () => setTimeout(() => child.kill('SIGKILL'), later))
      await closed
      watcher.close()
      for (const name of readdirSync(folder).filter((one) => !one.endsWith('.part')))
        expect(readFileSync(join(folder, name)).equals(whole(name))).toBe(true)
    }
    expect(await resultOf(start(download(folder, { replace: true })))).toMatchObject({ _tag: 'Right' })
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.part'))) rmSync(join(folder, name))
    expectWholeFiles(download === artifactDownload ? 3 : 1)
  },
)
