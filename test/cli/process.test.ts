import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bundleProgram, call, ended, start } from './call.ts'

bundleProgram()

test('a usage error exits with 2, one line that says what to do, and an empty stdout', async () => {
  const calls = [
    [['rns'], /Did you mean runs\?/],
    [['runs', '--ordr', 'x'], /Did you mean --order\?/],
    [['runs', '--limit', '-5', '--sandbox'], /--limit must be an integer >= 1 or all, got "-5"/],
    [['runs', '--sandbox', '--columns', 'stat'], /Did you mean state\?/],
    [['runs', '--sandbox', '--filter', '{'], /--filter must be valid JSON/],
    [['runs', '--sandbox', '--filter', '{"summary.loss": 1}'], /summary_metrics/],
    [['runs'], /--project entity\/project/],
    [['export', '--sandbox', '--output', 'runs.xlsx'], /--format/],
    [['help', 'exprt'], /Did you mean export\?/],
    [['runs', '--order', '--json'], /--order requires a value: --order <column>/],
    [['query'], /Missing the expression/],
  ] as const
  const results = await Promise.all(
    calls.map(([args]) => call(args, { url: 'http://127.0.0.1:9', apiKey: 'k'.repeat(40) })),
  )
  for (const [at, { code, stdout, stderr }] of results.entries()) {
    expect({ code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 })
    expect(stderr).toMatch(calls[at]?.[1] as RegExp)
  }
})

test('reports where the key can come from if there is none', async () => {
  const { code, stderr } = await call(['runs', '--project', 'team/vision'])
  expect(code).toBe(1)
  expect(stderr).toMatch(/^No API key for .*: set WANDB_API_KEY, .*add --sandbox to try it without a key\.\n$/)
})

test('never prints a refused key', async () => {
  const server = createServer((_, response) => response.writeHead(401).end('no')).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const apiKey = 'secret0key0secret0key0secret0key0secret0'
  const { code, stdout, stderr } = await call(['runs', '--project', 'team/vision'], { url, apiKey })
  server.close()
  expect(code).toBe(1)
  expect(`${stdout}${stderr}`).not.toContain(apiKey)
  expect(stderr).toMatch(/valid API key/)
})

test('a reader that stops early is not a failure', async () => {
  const child = start(['export', 'history', '--sandbox'])
  child.stdout?.once('data', () => child.stdout?.destroy())
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGQUIT', 131],
] as const)('%s ends the program at once with %i and leaves no files', async (signal, exit) => {
  // A server that never answers.
  const server = createServer(() => {}).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const folder = mkdtempSync(join(tmpdir(), 'cli-interrupted-'))
  const temporary = mkdtempSync(join(tmpdir(), 'cli-temporary-'))
  const args = ['export', '--project', 'team/vision', '--output', join(folder, 'runs.parquet')]
  const child = start(args, { url, apiKey: 'k'.repeat(40) }, { temporary })
  let during: ReadonlyArray<number> = []
  server.once('request', () => {
    during = [folder, temporary].map((path) => readdirSync(path).length)
    child.kill(signal)
  })
  const { code, stdout } = await ended(child)
  server.closeAllConnections()
  server.close()
  expect({ code, stdout }).toEqual({ code: exit, stdout: '' })
  expect([during, readdirSync(folder), readdirSync(temporary)]).toEqual([[1, 1], [], []])
  for (const path of [folder, temporary]) rmSync(path, { recursive: true })
})

test('help explains the exit codes, and every command has examples', async () => {
  const { code, stdout } = await call(['--help'])
  expect(code).toBe(0)
  expect(stdout).toContain('Exit codes')
  for (const command of ['query', 'runs', 'history', 'export'])
    expect((await call([command, '--help'])).stdout).toContain('Examples')
})

describe('the bundle', () => {
  test('answers from its built-in sandbox', async () => {
    const { code, stdout, stderr } = await call(['query', 'runs.count', '--sandbox', '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ value: 200, runs: 200 })
  })

  test.each(['csv', 'jsonl', 'parquet', 'arrow'])('writes %s', async (format) => {
    const args = ['export', '--sandbox', '--format', format, '--limit', '3']
    const { code, stdout } = await call(args)
    expect(code).toBe(0)
    expect(stdout.length).toBeGreaterThan(100)
  })
})
