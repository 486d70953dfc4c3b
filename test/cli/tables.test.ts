import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { run } from '../sandbox/fixture.ts'
import { callHere as call } from './call.ts'
import { broken, lines } from './lines.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: lines })
})
afterAll(() => sandbox.close())

const project = ['--project', 'team/vision']

describe('runs', () => {
  test.each([40, 80, 200])('fits into a width of %i', async (width) => {
    const { code, stdout, stderr } = await call(['runs', ...project, '--width', `${width}`], sandbox)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatchSnapshot()
    expect(stdout.split('\n').filter((line) => line.length > width)).toEqual([])
  })

  test('reports the total if it shows fewer', async () => {
    const { stdout } = await call(['runs', ...project, '--limit', '1', '--columns', 'id'], sandbox)
    expect(stdout).toBe('id\nescape\n\n1 of 4 runs. Use --limit all to show all.\n')
  })

  test('lists the newest first, unless another order is asked for', async () => {
    const ids = async (...args: ReadonlyArray<string>) =>
      (await call(['runs', ...project, '-c', 'id', '--format', 'csv', ...args], sandbox)).stdout
    expect(await ids()).toBe('id\nescape\nformula\ncomma\nplain\n')
    expect(await ids('--order', 'createdAt')).toBe('id\nplain\ncomma\nformula\nescape\n')
  })

  test('prints only JSON, with NaN as a string', async () => {
    const args = ['runs', ...project, '--json', '--order', '-summary.acc', '-c', 'id,summary.acc,summary["val/loss"]']
    const { code, stdout, stderr } = await call(args, sandbox)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { totalCount, complete, runs } = JSON.parse(stdout)
    expect({ totalCount, complete }).toEqual({ totalCount: 4, complete: true })
    expect(runs).toContainEqual({ id: 'comma', 'summary.acc': 'NaN', 'summary["val/loss"]': 'Infinity' })
  })

  test('is not complete in JSON if a limit leaves runs out, which is no failure', async () => {
    const { code, stdout, stderr } = await call(['runs', ...project, '--json', '-n', '1', '-c', 'id'], sandbox)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ totalCount: 4, complete: false, skipped: 0 })
    expect(JSON.parse((await call(['runs', ...project, '--json', '-n', '4'], sandbox)).stdout).complete).toBe(true)
  })

  test('prefers a key with dots over a nested path', async () => {
    const args = [
      'runs',
      ...project,
      '--order',
      'createdAt',
      '-n',
      '1',
      '--json',
      '-c',
      'summary.a.b,summary["a"]["b"],summary.val/loss',
    ]
    expect(JSON.parse((await call(args, sandbox)).stdout).runs).toEqual([
      { 'summary.a.b': 3, 'summary["a"]["b"]': 4, 'summary.val/loss': 1 },
    ])
  })

  test('reads elements of lists, as --columns and as --order', async () => {
    const server = await startSandbox({
      records: ['b', 'a'].map((id, at) =>
        run(id, { config: `{"encoder":{"value":["linear"]},"layers":{"value":[64,${32 * at}]}}` }),
      ),
    })
    const args = ['-c', 'config["encoder"]["0"],config.layers.1', '--order=-config.layers.1', '--json']
    const { code, stdout } = await call(['runs', ...project, ...args], server)
    await server.close()
    expect({ code, runs: JSON.parse(stdout).runs }).toEqual({
      code: 0,
      runs: [
        { 'config["encoder"]["0"]': 'linear', 'config.layers.1': 32 },
        { 'config["encoder"]["0"]': 'linear', 'config.layers.1': 0 },
      ],
    })
  })

  test('lets the server apply the filter', async () => {
    const filter = '{"config.lr": {"$gt": 0.01}}'
    const { stdout } = await call(['runs', ...project, '--filter', filter, '--json', '-c', 'id'], sandbox)
    expect(JSON.parse(stdout).runs).toEqual([{ id: 'plain' }])
  })

  test('prints complete records by default, without internal fields', async () => {
    const { stdout } = await call(['runs', ...project, '--json', '--order', 'createdAt'], sandbox)
    const [first] = JSON.parse(stdout).runs
    expect(first).toMatchObject({ id: 'plain', config: { lr: 0.1 }, createdAt: '2026-03-01T10:00:00.000Z' })
    expect(first).not.toHaveProperty('internal')
  })
})

describe('formats', () => {
  const args = ['runs', ...project, '--limit', '2', '--order', 'createdAt', '-c', 'name,summary.acc,config.flag']

  test.each([
    ['csv', 'name,summary.acc,config.flag\nplain,0.5,true\n"a, ""quoted""\nname",NaN,false\n'],
    ['tsv', 'name\tsummary.acc\tconfig.flag\nplain\t0.5\ttrue\na, "quoted"\\nname\tNaN\tfalse\n'],
    [
      'markdown',
      '| name | summary.acc | config.flag |\n| --- | --: | --- |\n| plain | 0.5 | true |\n| a, "quoted"␊name | NaN | false |\n',
    ],
    [
      'jsonl',
      '{"name":"plain","summary.acc":0.5,"config.flag":true}\n{"name":"a, \\"quoted\\"\\nname","summary.acc":"NaN","config.flag":false}\n',
    ],
  ])('%s', async (format, expected) => {
    expect(await call([...args, '--format', format], sandbox)).toEqual({ code: 0, stdout: expected, stderr: '' })
  })

  test('have the columns without rows too', async () => {
    const none = ['--format', 'csv', '--filter', '{"config.lr": 7}', '-c', 'name,config.lr']
    expect((await call(['runs', ...project, ...none], sandbox)).stdout).toBe('name,config.lr\n')
    expect((await call(['query', 'runs.limit(0).name', ...project, '--format', 'csv'], sandbox)).stdout).toBe('value\n')
  })

  test('hold for histories and expressions too', async () => {
    const history = ['history', 'plain', ...project, '--keys', 'loss', '--format', 'csv']
    expect((await call(history, sandbox)).stdout).toBe('_step,loss\n0,0.5\n7,NaN\n9,0.25\n')
    const query = ['query', 'runs.limit(2).map((row) => row.name)', ...project, '--format', 'tsv']
    expect((await call(query, sandbox)).stdout).toBe('value\n␛[31mred 日本語\n=cmd|x\n'.replace('␛', '\u001b'))
  })

  test('--json is --format json, and nothing else', async () => {
    expect((await call([...args, '--format', 'json'], sandbox)).stdout).toBe(
      (await call([...args, '--json'], sandbox)).stdout,
    )
    expect(await call([...args, '--json', '--format', 'csv'], sandbox)).toMatchObject({ code: 2, stdout: '' })
    expect((await call([...args, '--format', 'md'], sandbox)).stderr).toMatch(/^--format must be one of table, csv, /)
  })
})

describe('what nobody has is named on stderr', () => {
  test.each([
    [['runs', '-c', 'id,summary.ac'], 'No run has summary.ac. Did you mean summary.acc?\n'],
    [['runs', '-c', 'id', '--order', '-config.lrr'], 'No run has config.lrr. Did you mean config.lr?\n'],
    [['runs', '-c', 'id,summary.lr'], 'No run has summary.lr. Did you mean config.lr?\n'],
    [['runs', '--filter', '{"state": "finishd"}'], 'No run has state finishd. Did you mean finished?\n'],
    [['runs', '--filter', '{"config.lrr": 0.1}'], 'No run has config.lrr. Did you mean config.lr?\n'],
    [['query', 'runs.summary["ac"].max'], 'No run has summary.ac. Did you mean summary.acc?\n'],
    [['query', 'runs.history["los"].min'], 'No run has los. Did you mean loss?\n'],
    [['query', 'runs.history["loss"].min'], ''],
    [['history', 'plain', '--keys', 'los,note'], 'The run has no los. Did you mean loss?\n'],
    [['runs', '-c', 'id,summary.val/loss,config.mixed'], ''],
    [['runs', '--filter', '{"config.lr": 7}'], ''],
  ] as const)('%j', async (args, expected) => {
    const { code, stderr } = await call([...args, ...project], sandbox)
    expect({ code, stderr }).toEqual({ code: 0, stderr: expected })
  })
})

test('states have colors where they are asked for', async () => {
  const args = ['runs', ...project, '-c', 'state,id', '-n', '1']
  const colored = 'state     id\n\u001b[32mfinished\u001b[39m  escape\n'
  const stdout = async (env: Readonly<Record<string, string>>) => (await call(args, sandbox, { env })).stdout
  expect(await stdout({ FORCE_COLOR: '1' })).toContain(colored)
  for (const env of [{}, { FORCE_COLOR: '0' }, { FORCE_COLOR: '1', NO_COLOR: '1' }])
    expect(await stdout(env as Record<string, string>)).not.toContain('\u001b')
  expect((await call([...args, '--format', 'csv'], sandbox, { env: { FORCE_COLOR: '1' } })).stdout).toBe(
    'state,id\nfinished,escape\n',
  )
})

test('COLUMNS is the width of a table', async () => {
  const { stdout } = await call(['runs', ...project], sandbox, { env: { COLUMNS: '40' } })
  expect(stdout.split('\n').every((line) => line.length <= 40)).toBe(true)
  expect(stdout).toMatch(/\n… \d+ more columns: createdAt/)
})

describe('history', () => {
  test('shows every row', async () => {
    const { code, stdout } = await call(['history', 'plain', ...project], sandbox)
    expect(code).toBe(0)
    expect(stdout).toMatchSnapshot()
  })

  test('prints the rows as JSON', async () => {
    const { stdout } = await call(['history', 'team/vision/plain', '--keys', 'loss', '--json'], sandbox)
    expect(JSON.parse(stdout)).toMatchObject({
      length: 3,
      sampled: false,
      rows: [
        { _step: 0, loss: 0.5 },
        { _step: 7, loss: 'NaN' },
        { _step: 9, loss: 0.25 },
      ],
    })
  })
})

describe('query', () => {
  test('prints a number with all its digits', async () => {
    const { code, stdout } = await call(
      ['query', 'runs.filter((r) => r.id == "escape").summary["acc"].max', ...project],
      sandbox,
    )
    expect({ code, stdout }).toEqual({ code: 0, stdout: '0.123456789\n' })
  })

  test('prints a list as a table', async () => {
    const { stdout } = await call(['query', 'runs.name', ...project, '--limit', '2'], sandbox)
    expect(stdout).toMatchSnapshot()
  })

  test('has the keys of groups first', async () => {
    const text = 'runs.groupby((row) => row.state).map((group) => group.summary["acc"].max)'
    const { stdout } = await call(['query', text, ...project], sandbox)
    expect(stdout).toBe('state     value\nfinished    0.5\n\n1 row.\n')
    const json = await call(['query', text, ...project, '--json'], sandbox)
    expect(JSON.parse(json.stdout)).toMatchObject({
      value: [0.5],
      rows: [{ state: 'finished', value: 0.5 }],
      type: 'list<any>',
    })
    const dict =
      'runs.groupby((row) => ({ s: row.state, job: row.jobType })).map((group) => ({ s: 1, n: group.count }))'
    expect((await call(['query', dict, ...project, '--format', 'csv'], sandbox)).stdout).toBe(
      's,job,value.s,n\nfinished,,1,4\n',
    )
    const runs = await call(['query', 'runs.groupby((row) => row.config["flag"])', ...project], sandbox)
    expect(runs.stdout).toMatch(/^config\.flag +runs\n/)
  })

  test('underlines a failure over groups in the expression as it was written', async () => {
    const text = 'runs.groupby((row) => row.state).map((group) => range(0, 100000000, 1).count)'
    const { code, stdout, stderr } = await call(['query', text, ...project], sandbox)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.split('\n')[1]).toBe(`  ${text}`)
  })

  test('prints JSON with details of the evaluation', async () => {
    const { stdout } = await call(['query', 'runs.count', ...project, '--json'], sandbox)
    expect(JSON.parse(stdout)).toMatchObject({ value: 4, type: 'number', complete: true, failures: [] })
  })

  test('underlines a mistake before anything is sent', async () => {
    sandbox.resetRequests()
    const { code, stdout, stderr } = await call(['query', 'runs.sumary', ...project], sandbox)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^.*Did you mean summary\?\n {2}runs\.sumary\n {7}\^{6}\n$/)
    expect((await call(['query', 'runs.', ...project], sandbox)).stderr).toContain('^')
    expect(sandbox.requests).toEqual([])
  })

  test('explains without a key, a project or a server', async () => {
    const { code, stdout } = await call(['query', 'runs.summary["acc"].max', '--explain'])
    expect(code).toBe(0)
    expect(stdout).toContain('summary: "acc"')
  })
})

test('reports an unreadable run on stderr and exits with 3', async () => {
  const other = await startSandbox({ records: [...lines, broken] })
  try {
    const { code, stdout, stderr } = await call(['runs', ...project, '--json', '-c', 'id'], other)
    expect(code).toBe(3)
    expect(stderr).toMatch(/^Run broken could not be read at createdAt: expected /)
    expect(JSON.parse(stdout).runs).toHaveLength(4)
    expect(JSON.parse(stdout).failures).toHaveLength(1)
    const table = await call(['runs', ...project, '-c', 'id'], other)
    expect(table.stdout).toContain('4 of 5 runs; 1 could not be read.')
  } finally {
    await other.close()
  }
})
