import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ArtifactDownloadQuery, downloadArtifact } from 'wandb-run-ops/node'
import { type ArtifactLine, type Line, type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { contentLines, contents, lines } from '../loader/artifact/shelf.ts'
import { failsWith, rightOf } from '../loader/servers/either.ts'
import { type HttpServer, startServer } from '../loader/servers/http.ts'
import { quick } from '../loader/servers/quick.ts'

const artifactVersion = 'team/vision/model:v1'
const names = Object.keys(contents).sort()

let room: string
let sandbox: Sandbox
let web: HttpServer

const manifestOf = (id: string): ArtifactLine['manifest'] => {
  const line = lines.find((one: Line) => one.kind === 'artifact' && one.id === id)
  return line?.kind === 'artifact' ? line.manifest : {}
}

/** A version whose manifest holds what no friendly client would write. */
const odd = (name: string, manifest: object): Line => {
  const line = lines.find((one: Line) => one.kind === 'artifact' && one.id === 'model-0')
  return { ...line, id: name, name, versionIndex: 0, aliases: ['latest'], manifest } as Line
}

beforeAll(async () => {
  web = await startServer((_, response) => response.end('from the web'))
  const card = manifestOf('model-1')['card.json']
  const hex = Buffer.from('Artifact:data-0').toString('hex')
  sandbox = await startSandbox({
    records: [
      ...lines,
      odd('evil', { '../../out': card, '/etc/out': card, 'card.json': card }),
      odd('lost', { 'card.json': card, gone: { digest: 'AAAAAAAAAAAAAAAAAAAAAA==', size: 3 } }),
      odd('wrong', { 'card.json': { ...card, size: 11 } }),
      odd('referring', {
        'card.json': card,
        'a bucket': { digest: 'etag', size: 4, ref: 's3://bucket/key' },
        'a page': { digest: 'etag', size: 12, ref: `${web.url}/page` },
        'a card': { ...card, ref: `wandb-artifact://${hex}/card.json` },
      }),
    ],
  })
  for (const line of contentLines) sandbox.store.addContent(line)
})
afterAll(() => Promise.all([sandbox.close(), web.close()]))
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'artifact-'))
  sandbox.resetRequests()
  sandbox.faults.clear()
})
afterEach(() => rmSync(room, { recursive: true, force: true }))

const get = async (more: Partial<ArtifactDownloadQuery> = {}) =>
  downloadArtifact({ artifactVersion, folder: room, ...more })(quick(sandbox.url, sandbox.apiKey))()

const requests = () => sandbox.requests.map(({ operationName, path }) => operationName || path)

describe('downloadArtifact', () => {
  test('downloads every file byte for byte, and reports what W&B does not hold', async () => {
    const done = rightOf(await get())
    expect(done.files.map(({ name, size, kept }) => [name, size, kept])).toEqual(
      names.map((name) => [name, Buffer.byteLength(contents[name] ?? ''), false]),
    )
    for (const name of names) expect(readFileSync(join(room, name), 'utf8')).toBe(contents[name])
    expect([done.folder, done.failures, done.complete]).toEqual([room, [], true])
    expect(done.references.map(({ path }) => path)).toEqual(['source'])
    expect(readdirSync(room).sort()).toEqual(['card.json', 'empty', 'weights'])
  })

  test('asks for the manifest and for all addresses at once, and sends no key to storage', async () => {
    rightOf(await get())
    expect(requests().slice(0, 3)).toEqual(['ArtifactManifest', '/files/manifests/model-1', 'ArtifactFiles'])
    expect(sandbox.requests.length).toBe(3 + names.length)
    const withKey = sandbox.requests.filter(({ headers }) => headers['authorization'] !== undefined)
    expect(withKey.map(({ path }) => path)).toEqual(['/graphql', '/graphql'])
  })

  test('keeps what is there, and continues with the rest', async () => {
    rightOf(await get())
    sandbox.resetRequests()
    expect(rightOf(await get()).files.every(({ kept }) => kept)).toBe(true)
    expect(requests()).toEqual(['ArtifactManifest', '/files/manifests/model-1'])
    rmSync(join(room, 'empty'))
    writeFileSync(join(room, 'weights/w.bin'), 'WEIGHTS')
    sandbox.resetRequests()
    const again = rightOf(await get())
    expect(again.files.filter(({ kept }) => !kept).map(({ name }) => name)).toEqual(['empty', 'weights/w.bin'])
    expect(readFileSync(join(room, 'weights/w.bin'), 'utf8')).toBe('weights')
    expect(requests().length).toBe(5)
  })

  test('leaves other files in the folder', async () => {
    writeFileSync(join(room, 'mine'), 'mine')
    rightOf(await get())
    expect(readFileSync(join(room, 'mine'), 'utf8')).toBe('mine')
  })

  test('downloads only what is under a prefix', async () => {
    const done = rightOf(await get({ pathPrefix: 'weights/' }))
    expect(done.files.map(({ name }) => name)).toEqual(['weights/layer 1/w.bin', 'weights/w.bin'])
    expect(done.references).toEqual([])
  })

  test('names that lead out of the folder are failures, and the rest comes', async () => {
    const folder = join(room, 'a', 'b')
    const done = rightOf(await get({ artifactVersion: 'team/vision/evil', folder }))
    expect(done.failures.map(({ name, error }) => [name, error._tag])).toEqual([
      ['../../out', 'UnsafePath'],
      ['/etc/out', 'UnsafePath'],
    ])
    expect([done.complete, done.files.map(({ name }) => name)]).toEqual([false, ['card.json']])
    expect([existsSync(join(room, 'out')), existsSync('/etc/out')]).toEqual([false, false])
  })

  test('a file that cannot be loaded, or is another one, is a failure, and nothing of it stays', async () => {
    const lost = rightOf(await get({ artifactVersion: 'team/vision/lost' }))
    expect(lost.failures.map(({ name, error }) => [name, error._tag])).toEqual([['gone', 'HttpFailed']])
    expect(lost.files.map(({ name }) => name)).toEqual(['card.json'])
    rmSync(join(room, 'card.json'))
    const wrong = rightOf(await get({ artifactVersion: 'team/vision/wrong' }))
    expect(wrong.failures.map(({ error }) => error._tag)).toEqual(['DigestMismatch'])
    expect(readdirSync(room)).toEqual([])
  })

  test('fetches references where requested, those that can be', async () => {
    const query = { artifactVersion: 'team/vision/referring' }
    expect(rightOf(await get(query)).references.map(({ path }) => path)).toEqual(['a bucket', 'a card', 'a page'])
    expect(web.seen).toEqual([])
    const done = rightOf(await get({ ...query, references: 'fetch' }))
    expect(done.references.map(({ path }) => path)).toEqual(['a bucket'])
    expect(done.failures).toEqual([])
    expect(readFileSync(join(room, 'a page'), 'utf8')).toBe('from the web')
    expect(readFileSync(join(room, 'a card'), 'utf8')).toBe(contents['card.json'])
    expect(web.seen.map(({ authorization }) => authorization)).toEqual([undefined])
  })

  test('means the same version throughout, also where its alias moves meanwhile', async () => {
    rightOf(await get({ artifactVersion: 'team/vision/model:latest' }))
    const files = sandbox.requests.find(({ operationName }) => operationName === 'ArtifactFiles')
    expect(Object.keys(files?.variables ?? {})).toContain('id')
  })

  test('reports how many bytes are there, of how many', async () => {
    const told: Array<readonly [number, number | undefined]> = []
    const onProgress: ArtifactDownloadQuery['onProgress'] = ({ loaded, total, phase }) => {
      expect(phase).toBe('bytes')
      told.push([loaded, total])
    }
    const total = Object.values(contents).join('').length
    rightOf(await get({ onProgress }))
    expect(told.at(-1)).toEqual([total, total])
    rightOf(await get({ onProgress }))
    expect(told.at(-1)).toEqual([total, total])
  })

  test('ends at the signal', async () => {
    const controller = new AbortController()
    failsWith('Aborted', await get({ signal: AbortSignal.abort() }))
    const onProgress = (): void => controller.abort()
    failsWith('Aborted', await get({ signal: controller.signal, onProgress, concurrency: 1 }))
    expect(readdirSync(room).some((name) => name.endsWith('.part'))).toBe(false)
  })

  test('a folder that cannot be written makes each file a failure', async () => {
    writeFileSync(join(room, 'file'), '')
    const done = rightOf(await get({ folder: join(room, 'file') }))
    expect(new Set(done.failures.map(({ error }) => error._tag))).toEqual(new Set(['DiskFailed']))
    expect(statSync(join(room, 'file')).isFile()).toBe(true)
  })

  test.each([{ folder: '' }, { concurrency: 0 }, { references: 'yes' as never }, { pathPrefix: 5 as never }])(
    'refuses %j without a request',
    async (query) => {
      failsWith('InvalidQuery', await get(query))
      expect(requests()).toEqual([])
    },
  )

  test('what does not exist is NotFound', async () => {
    failsWith('NotFound', await get({ artifactVersion: 'team/vision/none' }))
  })
})

test('an option that does not exist, or is wrong, is refused; an exception of onProgress ends the download', async () => {
  for (const [more, field] of [
    [{ root: 'x' }, 'root'],
    [{ concurency: 2 }, 'concurency'],
    [{ concurrency: 0 }, 'concurrency'],
    [{ references: 'all' }, 'references'],
  ] as const)
    expect(failsWith('InvalidQuery', await get(more as never)).field).toBe(field)
  expect(sandbox.requests).toEqual([])
  const onProgress = () => {
    throw new Error('no more')
  }
  expect(failsWith('InvalidQuery', await get({ onProgress })).message).toMatch(/onProgress.*no more/)
  expect(readdirSync(room, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([])
})
