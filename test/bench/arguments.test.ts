import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readArguments, usage } from '../../bench/arguments.ts'
import { cases } from '../../bench/cases/index.ts'

const names = ['list', 'scan']

test('without arguments all cases run, five rounds each', () => {
  expect(readArguments([], names)).toEqual({
    asked: { help: false, json: false, pictures: false, whole: false, pairs: 5, only: [] },
  })
})

test('cases are named in one list or several', () => {
  const read = readArguments(['--only', 'list,scan', '--only=list', '--pairs', '7', '--json'], names)
  expect(read).toMatchObject({ asked: { only: ['list', 'scan', 'list'], pairs: 7, json: true } })
})

test.each([
  [['--fast'], '--fast'],
  [['list'], 'list'],
  [['--only', 'list,lost'], 'no case lost; there are list, scan'],
  [['--pairs', '4'], '--pairs'],
  [['--pairs', 'many'], '--pairs'],
  [['--pairs', '5.5'], '--pairs'],
])('%j is refused, and the error names it', (given, word) => {
  const read = readArguments(given, names)
  expect('error' in read && read.error).toContain(word)
})

test('the help names every option and every case', () => {
  const all = cases.map(({ name }) => name)
  for (const word of ['--json', '--only', '--pairs', '--whole', '--pictures', '--help', ...all])
    expect(usage(all)).toContain(word)
})

test('the cases have the names by which their figures are quoted', () => {
  expect(cases.map(({ name }) => name)).toEqual([
    'list-10k',
    'list-10k-rtt50',
    'project-2-keys',
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

test('an unknown argument ends the program with code 2, and nothing on standard output', () => {
  const main = fileURLToPath(new URL('../../bench/main.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main, '--fast'], {
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('--fast')
})
