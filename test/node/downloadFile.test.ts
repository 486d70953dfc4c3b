import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Progress } from 'wandb-run-ops/loader'
import { downloadFile, type FileDownload } from 'wandb-run-ops/node'
import type { Sandbox } from '../../sandbox/index.ts'
import { fileTexts } from '../fixtures/loader/lines.ts'
import { startFixture } from '../fixtures/loader/sandbox.ts'
import { failsWith, rightOf } from '../loader/servers/either.ts'
import { quick } from '../loader/servers/quick.ts'

let sandbox: Sandbox
let folder = ''
beforeAll(async () => {
  sandbox = await startFixture()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  sandbox.resetRequests()
})
afterEach(() => rm(folder, { recursive: true }))

const attempt = (name: string, more: Partial<FileDownload> = {}) =>
  downloadFile({ run: 'team/vision/logs', name, folder, ...more })(quick(sandbox.url, sandbox.apiKey))()

test('writes the file into folders of its name, byte for byte', async () => {
  const told: Array<Progress> = []
  const done = rightOf(await attempt('media/images/a.png', { onProgress: (progress) => told.push(progress) }))
  expect(done).toEqual({ path: join(folder, 'media/images/a.png'), size: 10, kept: false })
  expect(await readFile(done.path, 'utf8')).toBe(fileTexts['media/images/a.png'])
  expect(await readdir(join(folder, 'media/images'))).toEqual(['a.png'])
  expect(told).toEqual([{ phase: 'bytes', loaded: 10, total: 10 }])
})

test('sends no API key to the signed address', async () => {
  await attempt('output.log')
  expect(sandbox.requests.map(({ headers }) => 'authorization' in headers)).toEqual([true, false])
})

test('a file that is there is an error without a request, kept with existOk, and written again with replace', async () => {
  const path = join(folder, 'output.log')
  await writeFile(path, 'mine')
  expect(failsWith('FileExists', await attempt('output.log')).path).toBe(path)
  expect(rightOf(await attempt('output.log', { existOk: true }))).toEqual({ path, size: 4, kept: true })
  expect(sandbox.requests).toEqual([])
  expect(await readFile(path, 'utf8')).toBe('mine')
  expect(rightOf(await attempt('output.log', { replace: true }))).toMatchObject({ kept: false })
  expect(await readFile(path, 'utf8')).toBe(fileTexts['output.log'])
})

test('replacing what is the very file already downloads nothing', async () => {
  await attempt('output.log')
  sandbox.resetRequests()
  expect(rightOf(await attempt('output.log', { replace: true })).kept).toBe(true)
  expect(sandbox.requests.length).toBe(1)
})

test('a name that leads out of the folder is refused, without a request', async () => {
  for (const name of ['../a', 'a/../../b', '/etc/passwd', '..\\a', '']) failsWith('UnsafePath', await attempt(name))
  expect(sandbox.requests).toEqual([])
})

test('a file that does not exist is NotFound, and leaves nothing behind', async () => {
  expect(failsWith('NotFound', await attempt('none')).what).toBe('file')
  expect(await readdir(folder)).toEqual([])
})

test('contents that do not have the MD5 of the listing are refused, and leave nothing behind', async () => {
  const md5 = [...(sandbox.store.project('team', 'vision')?.run('logs')?.files ?? [])].find(
    ({ name }) => name === 'output.log',
  )?.md5
  sandbox.store.addContent({ md5: md5 ?? '', base64: Buffer.from('first\nsecon?\n').toString('base64') })
  failsWith('DigestMismatch', await attempt('output.log'))
  expect(await readdir(folder)).toEqual([])
  sandbox.store.addContent({ md5: md5 ?? '', base64: Buffer.from('first\nsecond\n').toString('base64') })
})

test('no folder is refused', async () => {
  failsWith('InvalidQuery', await attempt('output.log', { folder: '' }))
})

test('an option that does not exist, or is wrong, is refused before anything is sent', async () => {
  const wrong: ReadonlyArray<readonly [object, string, RegExp]> = [
    [{ root: 'x' }, 'root', /folder/],
    [{ exist_ok: true }, 'exist_ok', /existOk/],
    [{ overwrite: true }, 'overwrite', /Expected one of/],
    [{ replace: 'yes' }, 'replace', /true or false/],
    [{ name: 5 }, 'name', /name of a file/],
    [{ signal: {} }, 'signal', /AbortSignal/],
    [{ onProgress: 1 }, 'onProgress', /function/],
  ]
  for (const [more, field, words] of wrong) {
    const error = failsWith('InvalidQuery', await attempt('output.log', more as never))
    expect([error.field, error.message]).toEqual([field, expect.stringMatching(words)])
  }
  expect(sandbox.requests).toEqual([])
})

test('an exception of onProgress ends the download, and leaves nothing behind', async () => {
  const onProgress = () => {
    throw new Error('no more')
  }
  expect(failsWith('InvalidQuery', await attempt('output.log', { onProgress })).message).toMatch(/onProgress.*no more/)
  expect(await readdir(folder)).toEqual([])
})
