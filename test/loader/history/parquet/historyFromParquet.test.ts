import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { historyFromParquet, type ParquetQuery, type ParquetSource } from 'wandb-run-ops/loader'
import { historyFromRows } from 'wandb-run-ops/ops'
import { writeParquet } from '../../../../sandbox/parquet/write.ts'
import { failsWith, rightOf } from '../../servers/either.ts'

const rows = Array.from({ length: 20 }, (_, step) => ({
  _step: step,
  loss: step / 7,
  ...(step % 5 === 0 ? { acc: step } : {}),
}))
const options = { rowGroupRows: 6, floatSteps: false }
const file = writeParquet(rows, options)
const whole = historyFromRows(rows, { source: 'parquet' })

const read = async (files: ParquetSource | ReadonlyArray<ParquetSource>, query?: ParquetQuery) =>
  rightOf(await historyFromParquet(files, query)())

/** An array buffer that holds no more than the file. */
const buffer = file.slice().buffer

describe('historyFromParquet', () => {
  test.each<[string, ParquetSource]>([
    ['bytes', file],
    ['a buffer', buffer],
    ['bytes in the middle of a buffer', new Uint8Array([1, ...file, 2]).subarray(1, -1)],
    ['a blob', new Blob([buffer])],
    [
      'anything with parts',
      { byteLength: file.length, slice: async (start: number, end: number) => buffer.slice(start, end) },
    ],
  ])('reads %s', async (_, source) => {
    expect(await read(source)).toEqual(whole)
  })

  test('makes one history of several files, in whatever order', async () => {
    const parts = [rows.slice(12), rows.slice(0, 5), rows.slice(5, 12)].map((part) => writeParquet(part, options))
    expect(await read(parts)).toEqual(whole)
  })

  test('has a step once that is in two files', async () => {
    expect(await read([file, writeParquet(rows.slice(3, 9), options)])).toEqual(whole)
  })

  test('has only the metrics asked for, and the rows that have one', async () => {
    const { keys, steps } = await read(file, { keys: ['acc', 'nope'] })
    expect([keys, [...steps]]).toEqual([['acc'], [0, 5, 10, 15]])
    expect([...(await read(file, { keys: ['loss', 'acc'], require: 'all' })).steps]).toEqual([0, 5, 10, 15])
  })

  test('has only the steps asked for, the last of them excluded', async () => {
    expect([...(await read(file, { minStep: 4, maxStep: 7 })).steps]).toEqual([4, 5, 6])
  })

  test('reads only the parts that it needs', async () => {
    let bytes = 0
    const slice = (start: number, end: number) => {
      bytes += end - start
      return large.slice(start, end)
    }
    const many = Array.from({ length: 200 }, (_, step) => ({
      _step: step,
      ...Object.fromEntries(Array.from({ length: 400 }, (_, key) => [`k${key}`, Math.sin(step * key) + 0.1])),
    }))
    const large = writeParquet(many, { rowGroupRows: 1000, floatSteps: false })
    await read({ byteLength: large.length, slice }, { keys: ['k1'] })
    expect(bytes / large.length).toBeLessThan(0.7)
  })

  test('returns an empty history for no files', async () => {
    expect(await read([])).toMatchObject({ keys: [], length: 0, source: 'parquet', sampled: false })
  })

  test('refuses files that are not Parquet, and what cannot be read', async () => {
    failsWith('FileUnreadable', await historyFromParquet(new TextEncoder().encode('_step,loss\n0,1\n2,3\n'))())
    failsWith('FileUnreadable', await historyFromParquet(new Uint8Array())())
    failsWith('FileUnreadable', await historyFromParquet([file, file.slice(0, -1)])())
    const broken = {
      byteLength: file.length,
      slice: () => {
        throw new Error('no')
      },
    }
    failsWith('FileUnreadable', await historyFromParquet(broken)())
    failsWith('FileUnreadable', await historyFromParquet({ byteLength: 100, slice: () => new Uint8Array(3) })())
  })

  test('ends at the signal', async () => {
    failsWith('Aborted', await historyFromParquet(file, { signal: AbortSignal.abort() })())
  })

  test('reads a real export of 999 rows, and an empty one', async () => {
    const at = (name: string) => new URL(`../../../data/${name}.parquet`, import.meta.url)
    const { length, keys, steps, columns } = await read(readFileSync(at('history')))
    expect([length, keys.length, steps[0], steps[998]]).toEqual([999, 4, 0, 998])
    expect(columns['Mean budget']).toMatchObject({ type: 'number', present: new Uint8Array(999).fill(1) })
    expect(await read(readFileSync(at('empty')))).toMatchObject({ length: 0, keys: [] })
  })
})
