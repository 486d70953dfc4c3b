import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { historyFromParquet, type LoadError, type Progress } from 'wandb-run-ops/loader'
import { type DownloadedHistory, type DownloadHistoryQuery, downloadHistory } from 'wandb-run-ops/node'
import { historyFromRows } from 'wandb-run-ops/ops'
import { type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { failsWith, rightOf } from '../loader/servers/either.ts'
import { quick } from '../loader/servers/quick.ts'
import { run } from '../sandbox/fixture.ts'

const rows = Array.from({ length: 30 }, (_, step) => `{"_step":${step},"loss":${step / 7}}`)
const path = 'team/vision/alpha'

let sandbox: Sandbox
let folder: string
beforeEach(async () => {
  const records = [run('alpha', { history: rows }), run('nothing'), run('../../up', { history: rows })]
  sandbox = await startSandbox({ records, history: 'parquet' })
  folder = mkdtempSync(join(tmpdir(), 'histories-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await sandbox.close()
})

const tried = (query: Partial<DownloadHistoryQuery> = {}): Promise<E.Either<LoadError, DownloadedHistory>> =>
  downloadHistory({ run: path, folder, ...query })(quick(sandbox.url, sandbox.apiKey, { maxRetries: 3 }))()

const downloaded = async (query?: Partial<DownloadHistoryQuery>): Promise<DownloadedHistory> =>
  rightOf(await tried(query))

const names = (): ReadonlyArray<string> => readdirSync(folder).sort()

const isWhole = (name: string): boolean => name.endsWith('.runhistory.parquet')

/** What the object store was asked since the last look. */
const stored = (): ReadonlyArray<string> => {
  const asked = sandbox.requests
    .filter((request) => request.path.startsWith('/storage/'))
    .map(({ status, headers }) => `${status} ${headers['range']}`)
  sandbox.resetRequests()
  return asked
}

const give = (...files: ReadonlyArray<ArrayBuffer | string>): void =>
  sandbox.exports.give(
    path,
    files.map((file) => (typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(file))),
  )

const large = (length: number, value = 0): ArrayBuffer =>
  parquetWriteBuffer({
    columnData: [
      { name: '_step', data: Array.from({ length }, (_, step) => BigInt(step)), type: 'INT64' },
      ...Array.from({ length: 8 }, (_, key) => ({
        name: `k${key}`,
        data: Float64Array.from({ length }, (_, at) => Math.sin(at + key) + value),
        type: 'DOUBLE' as const,
      })),
    ],
    codec: 'UNCOMPRESSED',
  })

describe('a downloaded history', () => {
  test('is the history, once it is read', async () => {
    const { files, rows: count, liveRows, complete } = await downloaded()
    const history = await historyFromParquet(files.map((file) => readFileSync(file.path)))()
    expect(rightOf(history)).toEqual(historyFromRows(rows, { source: 'parquet' }))
    expect([files.length, count, liveRows, complete]).toEqual([3, 30, 0, true])
  })

  test('takes one request, and one for each file that is small; no key goes to storage', async () => {
    await downloaded()
    expect(sandbox.requests.map(({ operationName, path }) => operationName || dirname(path))).toEqual([
      'RunHistoryExports',
      ...Array.from({ length: 3 }, () => '/storage/team/vision/alpha'),
    ])
    expect(sandbox.requests.slice(1).filter(({ headers }) => 'authorization' in headers)).toEqual([])
  })

  test('returns the path, the size and the number of rows of each file', async () => {
    const { files } = await downloaded()
    expect(files.map(({ size, rows: count, kept }) => [size > 0, count, kept])).toEqual(
      Array.from({ length: 3 }, () => [true, 10, false]),
    )
    expect(files.map((file) => statSync(file.path).size)).toEqual(files.map(({ size }) => size))
    expect(files.map((file) => basename(file.path)).sort()).toEqual(names())
  })

  test.each([
    ['mixed', 5],
    ['live', 0],
  ] as const)('is not complete while rows are live: %s', async (mode, least) => {
    sandbox.exports.set(path, mode)
    const { liveRows, complete, rows: count } = await downloaded()
    expect([complete, liveRows > 0, count >= least]).toEqual([false, true, true])
  })

  test('is not complete where the server exports nothing, and is where nothing was logged', async () => {
    sandbox.exports.set('team/vision', 'none')
    expect(await downloaded()).toMatchObject({ files: [], complete: false })
    expect(await downloaded({ run: 'team/vision/nothing' })).toMatchObject({ files: [], complete: true })
  })

  test('reports how far it is, in bytes', async () => {
    const told: Array<Progress> = []
    const { files } = await downloaded({ onProgress: (progress) => told.push(progress) })
    const size = files.reduce((sum, file) => sum + file.size, 0)
    expect(told.at(-1)).toEqual({ phase: 'bytes', loaded: size, total: size })
    expect(told.map(({ loaded }) => loaded)).toEqual(told.map(({ loaded }) => loaded).sort((a, b) => a - b))
  })

  test('stays in its folder, whatever the run is called', async () => {
    const { files } = await downloaded({ run: { entity: 'team', project: 'vision', id: '../../up' } })
    expect(files.map((file) => dirname(file.path))).toEqual([folder, folder, folder])
    expect(names().filter((name) => !/^[A-Za-z0-9_-]+\.runhistory\.parquet$/.test(name))).toEqual([])
  })
})

describe('a second download', () => {
  test('keeps what is there, and asks one byte of each file to know', async () => {
    const first = await downloaded()
    stored()
    const second = await downloaded()
    expect(second.files).toEqual(first.files.map((file) => ({ ...file, kept: true })))
    expect(stored()).toEqual(Array.from({ length: 3 }, () => '206 bytes=0-0'))
  })

  test('knows the files when the server names them in another order', async () => {
    await downloaded()
    const before = names()
    sandbox.exports.reorder = true
    await downloaded()
    expect((await downloaded()).files.every(({ kept }) => kept)).toBe(true)
    expect(names()).toEqual(before)
  })

  test('gets what was exported since: it is never the old file under the same name', async () => {
    give(large(10))
    expect((await downloaded()).rows).toBe(10)
    give(large(20))
    const { rows: count, files } = await downloaded()
    expect([count, files[0]?.kept]).toEqual([20, false])
  })

  test('resumes where the first one was cut', async () => {
    const bytes = large(200_000)
    give(bytes)
    sandbox.faults.add({ kind: 'status', status: 404, when: { operation: 'storage', nth: 2, times: 1000 } })
    failsWith('HttpFailed', await tried())
    const [partial = ''] = names()
    expect([names().length, isWhole(partial), statSync(join(folder, partial)).size]).toEqual([1, false, 2 ** 23])
    sandbox.faults.clear()
    stored()
    const { files, rows: count } = await downloaded()
    expect(count).toBe(200_000)
    expect(Buffer.compare(readFileSync(files[0]?.path ?? ''), Buffer.from(bytes))).toBe(0)
    expect(stored()).toEqual(['206 bytes=0-0', `206 bytes=${2 ** 23}-${bytes.byteLength - 1}`])
    expect(names().filter((name) => !isWhole(name))).toEqual([])
  })

  test('starts again where the file is another by now', async () => {
    give(large(200_000))
    sandbox.faults.add({ kind: 'status', status: 404, when: { operation: 'storage', nth: 2, times: 1000 } })
    await tried()
    sandbox.faults.clear()
    const other = large(200_000, 1)
    give(other)
    const { files } = await downloaded()
    expect(Buffer.compare(readFileSync(files[0]?.path ?? ''), Buffer.from(other))).toBe(0)
    expect(names().length).toBe(1)
  })

  test('replaces a file that was cut on the disk, or written over', async () => {
    const [one] = (await downloaded()).files
    const before = readFileSync(one?.path ?? '')
    truncateSync(one?.path ?? '', 50)
    await downloaded()
    expect(readFileSync(one?.path ?? '')).toEqual(before)
    writeFileSync(one?.path ?? '', Buffer.alloc(before.length))
    await downloaded()
    expect(readFileSync(one?.path ?? '')).toEqual(before)
  })
})

describe('a file that cannot be loaded', () => {
  test.each([403, 404, 500])('leaves nothing under its name: %i', async (status) => {
    sandbox.faults.add({ kind: 'status', status, body: '<Error/>', when: { operation: 'storage' } })
    expect(E.isLeft(await tried())).toBe(true)
    expect(names()).toEqual([])
  })

  test.each([
    ['a page of HTML', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['a text', 'PAR1 and then something else'],
  ])('that is %s leaves nothing at all', async (_, text) => {
    give(text)
    failsWith('FileUnreadable', await tried())
    expect(names()).toEqual([])
  })

  test('leaves the others', async () => {
    give(large(10), 'no Parquet')
    failsWith('FileUnreadable', await tried())
    expect(names().filter((name) => !isWhole(name))).toEqual([])
  })
})

describe('trouble on the way', () => {
  test.each([
    [{ kind: 'truncate' }],
    [{ kind: 'reset' }],
    [{ kind: 'ignore-range' }],
    [{ kind: 'status', status: 503 }],
  ] as const)('is waited out: %j', async (fault) => {
    sandbox.faults.add({ ...fault, when: { operation: 'storage', times: 2 } })
    expect((await downloaded()).rows).toBe(30)
  })

  test('such as an expired address is met with a new one', async () => {
    const answer = tried({ onProgress: () => undefined })
    sandbox.faults.add({ kind: 'status', status: 403, when: { operation: 'storage', times: 2 } })
    expect(rightOf(await answer).rows).toBe(30)
    expect(
      sandbox.requests.filter(({ operationName }) => operationName === 'RunHistoryExports').length,
    ).toBeGreaterThan(1)
  })
})

test('a signal ends it, and what is there waits for the next time', async () => {
  give(large(200_000))
  const controller = new AbortController()
  const answer = await tried({
    signal: controller.signal,
    onProgress: ({ loaded }) => (loaded > 0 ? controller.abort() : undefined),
  })
  failsWith('Aborted', answer)
  expect(names().map(isWhole)).toEqual([false])
})

test('a run that does not exist, and a folder that is none, are errors', async () => {
  failsWith('NotFound', await tried({ run: 'team/vision/nowhere' }))
  failsWith('InvalidQuery', await tried({ folder: '' }))
  const file = join(folder, 'file')
  writeFileSync(file, '')
  failsWith('DiskFailed', await tried({ folder: file }))
})

test('an option that does not exist, or is wrong, is refused; an exception of onProgress ends the download', async () => {
  for (const [more, field] of [
    [{ root: 'x' }, 'root'],
    [{ keys: ['loss'] }, 'keys'],
    [{ signal: 1 }, 'signal'],
  ] as const)
    expect(failsWith('InvalidQuery', await tried(more as never)).field).toBe(field)
  expect(sandbox.requests).toEqual([])
  const onProgress = () => {
    throw new Error('no more')
  }
  expect(failsWith('InvalidQuery', await tried({ onProgress })).message).toMatch(/onProgress.*no more/)
  expect(names().filter(isWhole)).toEqual([])
})
