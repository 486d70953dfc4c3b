import { parquetReadObjects } from 'hyparquet'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type HistoryMode, type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { type Answer, ask, authorization } from './client.ts'
import { lines, run } from './fixture.ts'

const cells = [
  '"int":3,"float":0.5,"zero":-0.0,"nan":NaN,"flag":true,"text":"a","nested":{"a":{"b":1}},"list":[1,2],"mixed":1',
  '"int":4,"float":2,"zero":0,"nan":Infinity,"flag":false,"text":"b","histogram":{"_type":"histogram","bins":[0,1.5],"values":[3]},"mixed":"x"',
  '"odd":[{"a":NaN},2],"empty":{}',
]
const odd = run('odd', { history: cells.map((text, step) => `{"_step":${step},${text}}`) })

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ records: [...lines, odd], history: 'parquet' })
})
afterEach(() => sandbox.close())

const exported = async (id = 'alpha', liveKeys: readonly string[] = ['_step']): Promise<Answer> => {
  const { data, errors } = await ask(
    sandbox,
    `query H($keys: [String!]) { project(name: "vision", entityName: "team") { run(name: "${id}") { parquetHistory(liveKeys: $keys) { parquetUrls liveData } } } }`,
    { keys: liveKeys },
  )
  expect(errors).toBeUndefined()
  return data.project.run.parquetHistory
}

const rowsOf = async (urls: readonly string[]): Promise<Record<string, unknown>[]> => {
  const files = await Promise.all(urls.map(async (url) => (await fetch(url)).arrayBuffer()))
  const parsers = { jsonFromBytes: (bytes: Uint8Array) => new TextDecoder().decode(bytes) }
  return (await Promise.all(files.map((file) => parquetReadObjects({ file, parsers })))).flat()
}

const first = async (): Promise<string> => (await exported()).parquetUrls[0]

describe('an export', () => {
  test('contains every row of a history, in several files', async () => {
    const { parquetUrls, liveData } = await exported()
    const rows = await rowsOf(parquetUrls)
    expect([parquetUrls.length, liveData, rows.length]).toEqual([3, [], 10])
    expect(rows.map(({ _step }) => _step)).toEqual(Array.from({ length: 10 }, (_, step) => BigInt(step)))
    expect(rows[4]).toMatchObject({ loss: Number.NaN })
  })

  test('has a type for each kind of cell', async () => {
    sandbox.exports.set('team/vision/odd', { exported: 1, liveFrom: 1, files: 1, rowGroupRows: 2 })
    const [a, b, c] = await rowsOf((await exported('odd')).parquetUrls)
    expect(a).toMatchObject({ int: 3n, float: 0.5, zero: -0, nan: Number.NaN, flag: true, text: 'a', 'nested.a.b': 1n })
    expect(a?.['mixed']).toEqual({ _type_number: 1n, _type_string: null })
    expect(a?.['list']).toEqual([1n, 2n])
    expect(b).toMatchObject({ int: 4n, float: 2, zero: 0, nan: Number.POSITIVE_INFINITY, flag: false, text: 'b' })
    expect(b?.['histogram']).toEqual({ _type: 'histogram', bins: [0, 1.5], values: [3n] })
    expect(c).toMatchObject({ odd: '[{"a":NaN},2]', empty: '{}' })
  })

  test.each<[HistoryMode, number, number]>([
    ['none', 0, 0],
    ['live', 0, 10],
    ['parquet', 10, 0],
    ['mixed', 6, 5],
    [{ exported: 0.5, liveFrom: 0.5, files: 1 }, 5, 5],
  ])('of the mode %j has its share of the rows', async (mode, rows, live) => {
    sandbox.exports.set('team/vision', mode)
    const { parquetUrls, liveData } = await exported()
    expect([(await rowsOf(parquetUrls)).length, liveData.length]).toEqual([rows, live])
  })

  test('returns only the requested keys of live rows', async () => {
    sandbox.exports.set('team/vision/alpha', 'live')
    const steps = await exported('alpha')
    expect(steps.liveData[4]).toEqual({ _step: 4 })
    const losses = await exported('alpha', ['_step', 'loss'])
    expect(losses.liveData.slice(4, 6)).toEqual([{ _step: 4, loss: 'NaN' }, { _step: 5 }])
  })

  test('lists its files in a different order each time on request', async () => {
    sandbox.exports.reorder = true
    const names = async () => (await exported()).parquetUrls.map((url: string) => new URL(url).pathname)
    const [one, other] = [await names(), await names()]
    expect(other).toEqual([...one].reverse())
  })
})

describe('the object store', () => {
  test('serves a file at its signed URL, but not with a key', async () => {
    const url = await first()
    expect((await fetch(url)).status).toBe(200)
    const refused = await fetch(url, { headers: { authorization: authorization(sandbox.apiKey) } })
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('Only one auth mechanism')])
  })

  test('has its own origin', async () => {
    expect(new URL(await first()).origin).toBe(sandbox.storageUrl)
    expect(sandbox.storageUrl).not.toBe(sandbox.url)
  })

  test('reports the size, serves any range, and rejects one past the end', async () => {
    const url = await first()
    const whole = new Uint8Array(await (await fetch(url)).arrayBuffer())
    const head = await fetch(url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(whole.length)])
    for (const [range, from, to] of [
      ['bytes=4-7', 4, 8],
      ['bytes=-4', whole.length - 4, whole.length],
      ['bytes=4-', 4, whole.length],
      ['bytes=4-999999', 4, whole.length],
    ] as const) {
      const part = await fetch(url, { headers: { range } })
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to - 1}/${whole.length}`])
      expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.slice(from, to))
    }
    const pastEnd = await fetch(url, { headers: { range: `bytes=${whole.length}-` } })
    expect([pastEnd.status, pastEnd.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`])
  })

  test('rejects an expired URL, a modified URL and a missing file', async () => {
    const url = await first()
    expect((await fetch(url.replace('/0.', '/1.'))).status).toBe(403)
    sandbox.exports.expire()
    expect((await fetch(url)).status).toBe(403)
    expect((await fetch(await first())).status).toBe(200)
  })

  test('has its own faults', async () => {
    const url = await first()
    const range = 'bytes=0-9'
    const get = () => fetch(url, { headers: { range } })
    sandbox.faults.add({ kind: 'ignore-range', when: { operation: 'storage', times: 1 } })
    expect((await get()).status).toBe(200)
    sandbox.faults.add({ kind: 'status', status: 503, when: { operation: 'storage', times: 1 } })
    expect((await get()).status).toBe(503)
    sandbox.faults.add({ kind: 'truncate', after: 3, when: { operation: 'storage', times: 1 } })
    const cut = await get()
    expect([cut.headers.get('content-range')?.slice(0, 9), (await cut.arrayBuffer()).byteLength]).toEqual([
      'bytes 0-9',
      3,
    ])
    expect((await get()).status).toBe(206)
  })

  test('appears in the request log', async () => {
    const url = await first()
    sandbox.resetRequests()
    await (await fetch(url)).arrayBuffer()
    expect(sandbox.requests).toMatchObject([
      { method: 'GET', path: new URL(url).pathname, operationName: '', status: 200 },
    ])
  })
})
