import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { run } from '../sandbox/fixture.ts'
import { bundleProgram, call, ended, start } from './call.ts'

bundleProgram()

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({
    records: [
      run('a', { state: 'running', createdAt: '2026-03-01T10:00:00', displayName: 'first' }),
      run('b', { state: 'finished', createdAt: '2026-03-01T10:01:00', displayName: 'second' }),
    ],
  })
})
afterEach(() => sandbox.close())

const project = ['--project', 'team/vision']

const change = (id: string, state: string): void => {
  const stored = sandbox.store.project('team', 'vision')
  const found = stored?.runs.find((one) => one.id === id) as { state: string } | undefined
  if (stored === undefined || found === undefined) throw new Error(`no run ${id}`)
  found.state = state
  stored.revision += 1
}

/** Calls `then` once the output of the program has a text. */
const once = (child: ReturnType<typeof start>, text: string, then: () => void): void => {
  let seen = ''
  const listen = (chunk: Buffer): void => {
    seen += chunk.toString()
    if (!seen.includes(text)) return
    child.stdout?.off('data', listen)
    then()
  }
  child.stdout?.on('data', listen)
}

describe('--watch', () => {
  test('prints a line per change and ends when all runs have ended', async () => {
    const child = start(['runs', ...project, '--watch', '--every', '0.1'], sandbox)
    once(child, 'a first: running', () => change('a', 'failed'))
    const { code, stdout, stderr } = await ended(child)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const lines = stdout.trimEnd().split('\n')
    expect(lines.map((line) => line.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z /, '')).toSorted()).toEqual([
      'a first: running',
      'a first: running → failed',
      'b second: finished',
    ])
    expect(lines.every((line) => /^\d{4}-\d\d-\d\dT/.test(line))).toBe(true)
  })

  test('prints changes as JSON lines', async () => {
    change('a', 'killed')
    const { stdout } = await call(['runs', ...project, '-w', '--format', 'jsonl'], sandbox)
    const changes = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(changes.map(({ _tag, run: { id, state } }) => [_tag, id, state]).toSorted()).toEqual([
      ['Added', 'a', 'killed'],
      ['Added', 'b', 'finished'],
    ])
  })

  test('is refused with a pace that is none, or without which a pace means nothing', async () => {
    for (const args of [
      ['--watch', '--every', '0'],
      ['--watch', '--every', 'soon'],
      ['--every', '3'],
    ])
      expect(await call(['runs', ...project, ...args], sandbox)).toMatchObject({ code: 2, stdout: '' })
  })
})

/** A terminal, which `script` makes; its columns are 0 unless they are set. */
const inTerminal = (set = 'true') => ({ shell: `script -qec "${set}; $PROGRAM 2>/dev/null" /dev/null` })
const hasScript = spawnSync('script', ['--version']).error === undefined

describe.runIf(hasScript)('a terminal', () => {
  const list = ['runs', ...project, '--columns', 'name,id,state,createdAt,user,entity,project,heartbeatAt,runtime']
  const env = { TERM: 'xterm' }

  const rowsIn = (stdout: string): ReadonlyArray<string> =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colors are control characters
    stdout.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '').split(/\r?\n/)

  test('of no columns has 80', async () => {
    const { stdout } = await call(list, sandbox, { ...inTerminal(), env })
    const rows = rowsIn(stdout)
    expect(rows.some((row) => row.startsWith('name    id  state     createdAt'))).toBe(true)
    const widest = Math.max(...rows.map((row) => row.length))
    expect(widest).toBeGreaterThan(60)
    expect(widest).toBeLessThanOrEqual(80)
  })

  test('has the columns that it says, and COLUMNS says more', async () => {
    const narrow = rowsIn((await call(list, sandbox, { ...inTerminal('stty cols 40'), env })).stdout)
    expect(Math.max(...narrow.map((row) => row.length))).toBeLessThanOrEqual(40)
    const given = await call(list, sandbox, { ...inTerminal('stty cols 40'), env: { ...env, COLUMNS: '70' } })
    const widest = Math.max(...rowsIn(given.stdout).map((row) => row.length))
    expect(widest > 40 && widest <= 70).toBe(true)
  })

  test('has colors for states, unless NO_COLOR forbids them or it has none', async () => {
    const stdout = async (more: Readonly<Record<string, string>>) =>
      (await call(list, sandbox, { ...inTerminal(), env: { ...env, ...more } })).stdout
    const green = '\u001b[32mfinished\u001b[39m'
    expect(await stdout({})).toContain(green)
    expect(await stdout({ NO_COLOR: '1' })).not.toContain(green)
    expect(await stdout({ TERM: 'dumb' })).not.toContain(green)
  })

  test('shows the list again when it changes', async () => {
    const child = start(['runs', ...project, '-w', '--every', '0.1', '-c', 'id,state'], sandbox, {
      ...inTerminal(),
      env: { TERM: 'dumb' },
    })
    once(child, 'a   running', () => change('a', 'crashed'))
    const { code, stdout } = await ended(child)
    expect(code).toBe(0)
    const screens = stdout.split('\u001b[2J\u001b[H').slice(1)
    expect(screens).toHaveLength(2)
    expect(screens[0]).toMatch(/b {3}finished\r\na {3}running\r\n/)
    expect(screens[1]).toMatch(/b {3}finished\r\na {3}crashed\r\n/)
  })
})
