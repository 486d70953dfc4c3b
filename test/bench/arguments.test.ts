import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseArguments, usage } from '../../bench/arguments.ts'
import { cases } from '../../bench/cases/index.ts'

const names = ['list', 'scan']

test('without arguments all cases run, five rounds each', () => {
  expect(parseArguments([], names)).toEqual({
    arguments: { help: false, json: false, pictures: false, whole: false, pairs: 5, only: [] },
  })
})

test('cases are named in one list or several', () => {
  const parsed = parseArguments(['--only', 'list,scan', '--only=list', '--pairs', '7', '--json'], names)
  expect(parsed).toMatchObject({ arguments: { only: ['list', 'scan', 'list'], pairs: 7, json: true } })
})

test.each([
  [['--fast'], '--fast'],
  [['list'], 'list'],
  [['--only', 'list,lost'], 'Unknown case lost: expected list, scan.'],
  [['--pairs', '4'], '--pairs must be an integer >= 5, got 4.'],
  [['--pairs', 'many'], '--pairs must be an integer >= 5, got many.'],
  [['--pairs', '5.5'], '--pairs must be an integer >= 5, got 5.5.'],
])('%j is rejected with a message about it', (argv, message) => {
  const parsed = parseArguments(argv, names)
  expect('error' in parsed && parsed.error).toContain(message)
})

test('the help lists every option and every case', () => {
  const all = cases.map(({ name }) => name)
  for (const name of ['--json', '--only', '--pairs', '--whole', '--pictures', '--help', ...all])
    expect(usage(all)).toContain(name)
})

test('the cases have the names under which their results are published', () => {
  expect(cases.map(({ name }) => name)).toEqual([
    'list-10k',
    'list-10k-rtt50',
    'project-2-keys',
    'frame-10k',
    'table-100k',
    'histories-1k',
    'scan-parquet',
    'scan-live',
    'ops',
    'filter-group',
    'expression',
    'growth',
    'size',
  ])
})

test('an unknown argument exits with code 2 and prints nothing to standard output', () => {
  const main = fileURLToPath(new URL('../../bench/main.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main, '--fast'], {
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('--fast')
})
