import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { historyFromParquet } from 'wandb-run-ops/loader'
import { caseCount } from '../../../laws/law.ts'
import { failsWith, rightOf } from '../../servers/either.ts'
import { forge } from './forge.ts'
import { forgedFiles } from './forgeries.ts'

const program = fileURLToPath(new URL('./readDamaged.ts', import.meta.url))

// A process that can be stopped: what hangs must fail, and not keep the tests from ending.
test('damaged and forged files are unreadable: none hangs, throws, or fills the memory', {
  timeout: 300_000,
}, async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', program, String(caseCount()), '1'],
    { timeout: 280_000 },
  )
  const { outcomes, forged, wrong, kilobytes } = JSON.parse(stdout)
  expect(wrong).toEqual([])
  expect(forged).toEqual(Object.fromEntries(forgedFiles().map(([name]) => [name, 'FileUnreadable'])))
  expect(Object.keys(outcomes).map((name) => name.replace(/^\w+: /, ''))).toEqual(
    expect.arrayContaining(['FileUnreadable', 'same']),
  )
  for (const name of Object.keys(outcomes)) expect(name).toMatch(/^\w+: (FileUnreadable|same|other values)$/)
  expect(kilobytes).toBeLessThan(512_000)
})

test('the file that is forged elsewhere is readable as it is', async () => {
  const { keys, length } = rightOf(await historyFromParquet(forge({}))())
  expect([keys, length]).toEqual([['a'], 10])
})

const read = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../../data/parquet/${name}.parquet`, import.meta.url))))

test('files of one table are one history, whatever their pages and encodings', async () => {
  const names = ['dictionary-v1', 'dictionary-v2', 'plain-v2', 'delta-v1', 'delta-v2-checksums']
  const [first, ...others] = await Promise.all(
    names.map(async (name) => rightOf(await historyFromParquet(read(name))())),
  )
  expect(first?.length).toBe(60)
  expect(first?.columns['json']?.values[1]).toEqual({ a: 1, b: [1, Number.NaN] })
  for (const other of others) expect(other).toEqual(first)
})

test('a changed byte in a page with a checksum is found, whatever it is', async () => {
  const file = read('delta-v2-checksums')
  const footer = new DataView(file.buffer).getUint32(file.length - 8, true) + 8
  // A prime number of bytes apart: every byte would take too long.
  for (let at = 4; at < file.length - footer; at += 13) {
    const damaged = file.slice()
    damaged[at] = (damaged[at] ?? 0) ^ 0x10
    const result = await historyFromParquet(damaged)()
    if (result._tag === 'Right') expect(result).toEqual(await historyFromParquet(file)())
  }
})

test.each(['gzip', 'zstd'])('the compression %s is named', async (name) => {
  const { message } = failsWith('FileUnreadable', await historyFromParquet(read(name))())
  expect(message.toLowerCase()).toContain(name)
})
