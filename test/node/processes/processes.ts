import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, beforeAll } from 'vitest'
import { type ArtifactLine, type Line, type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { lines } from '../../loader/artifact/shelf.ts'
import { run } from '../../sandbox/fixture.ts'

/** In bytes. */
export const BIG = 2 * 2 ** 20
const SMALL = 2 ** 18

/** The files to download, with their contents. */
export const contents = {
  'big.bin': Buffer.alloc(BIG, 'big'),
  'a.bin': Buffer.alloc(SMALL, 'a'),
  'b.bin': Buffer.alloc(SMALL, 'b'),
  'c.bin': Buffer.alloc(SMALL, 'c'),
} as const

const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('base64')

const artifact = (): Line => ({
  ...(lines.find((line) => line.kind === 'artifact') as ArtifactLine),
  name: 'heavy',
  id: 'heavy-0',
  manifest: Object.fromEntries(
    (['a.bin', 'b.bin', 'c.bin'] as const).map((name) => [name, { digest: md5(contents[name]), size: SMALL }]),
  ),
  aliases: ['v0', 'latest'],
  versionIndex: 0,
})

export const ROWS = 120_000

/** Longer than one part of a download, so that it can be continued. */
export const history = Buffer.from(
  parquetWriteBuffer({
    columnData: [
      { name: '_step', data: Array.from({ length: ROWS }, (_, step) => BigInt(step)), type: 'INT64' },
      ...Array.from({ length: 8 }, (_, key) => ({
        name: `k${key}`,
        data: Float64Array.from({ length: ROWS }, (_, at) => Math.sin(at + key)),
        type: 'DOUBLE' as const,
      })),
    ],
    codec: 'UNCOMPRESSED',
  }),
)

export interface Download {
  readonly kind: 'artifact' | 'file' | 'history'
  readonly query: { readonly folder: string }
}

export const fileDownload = (folder: string, more: object = {}): Download => ({
  kind: 'file',
  query: { run: 'team/vision/alpha', name: 'big.bin', folder, ...more } as Download['query'],
})

export const artifactDownload = (folder: string): Download => ({
  kind: 'artifact',
  query: { artifactVersion: 'team/vision/heavy:v0', folder } as Download['query'],
})

export const historyDownload = (folder: string): Download => ({
  kind: 'history',
  query: { run: 'team/vision/alpha', folder } as Download['query'],
})

const root = fileURLToPath(new URL('../../..', import.meta.url))
let program = ''
let sandbox: Sandbox

/** Serves what is downloaded, and bundles the program that downloads it. */
export const setUpProcesses = (): void => {
  beforeAll(async () => {
    program = join(mkdtempSync(join(tmpdir(), 'processes-')), 'child.mjs')
    const banner = { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" }
    const options = { bundle: true, format: 'esm', platform: 'node', target: 'node20', banner } as const
    await build({ ...options, absWorkingDir: root, entryPoints: ['test/node/processes/child.ts'], outfile: program })
    const big = {
      sizeBytes: BIG,
      md5: md5(contents['big.bin']),
      mimetype: 'application/octet-stream',
      updatedAt: '2026-03-01T11:00:00',
    }
    const alpha = run('alpha', { files: [{ name: 'big.bin', ...big }], history: ['{"_step":0}'] } as object)
    sandbox = await startSandbox({
      records: [...lines.filter(({ kind }) => kind !== 'run'), alpha, artifact()],
      history: 'parquet',
    })
    for (const bytes of Object.values(contents))
      sandbox.store.addContent({ md5: md5(bytes), base64: bytes.toString('base64') })
    sandbox.exports.give('team/vision/alpha', [new Uint8Array(history)])
  })
  afterAll(async () => {
    rmSync(join(program, '..'), { recursive: true, force: true })
    await sandbox.close()
  })
}

const shellText = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** Starts a download as a process, inside of a shell command in which `$DOWNLOAD` stands for it. */
export const start = ({ kind, query }: Download, command = 'exec $DOWNLOAD'): ChildProcess => {
  const args = [process.execPath, program, kind, sandbox.url, sandbox.apiKey, JSON.stringify(query)]
  const shell = command.replace('$DOWNLOAD', args.map(shellText).join(' '))
  return spawn('bash', ['-c', shell], { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** The result that a process printed. */
export const resultOf = async (child: ChildProcess): Promise<unknown> => {
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  await new Promise((resolve) => child.on('close', resolve))
  return JSON.parse(text)
}

/** Whether this machine can mount a small file system. */
export const canMount = ((): boolean => {
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()
