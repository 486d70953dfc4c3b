import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('../../scripts/vitest-counts.mjs', import.meta.url))

const counts = (report: unknown): string => {
  const folder = mkdtempSync(join(tmpdir(), 'counts-'))
  try {
    const file = join(folder, 'report.json')
    if (report !== undefined) writeFileSync(file, JSON.stringify(report))
    return execFileSync(process.execPath, [script, file], { encoding: 'utf8' }).trim()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each([
  ['all passed', { success: true, numPassedTests: 3, numFailedTests: 0, testResults: [] }, '3 0'],
  ['one failed', { success: false, numPassedTests: 3, numFailedTests: 1, testResults: [] }, '3 1'],
  [
    'a file that could not be loaded counts as one failure',
    {
      success: false,
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
      ],
    },
    '3 2',
  ],
  [
    'an error outside the tests counts as one failure',
    { success: false, numPassedTests: 3, numFailedTests: 0, testResults: [] },
    '3 1',
  ],
  ['a missing report counts as one failure', undefined, '0 1'],
])('%s', (_, report, expected) => {
  expect(counts(report).split('\n')[0]).toBe(expected)
})

test('lists the failures after the counts', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'failed', message: 'Cannot find module\n  at …', assertionResults: [] },
    {
      name: 'b.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'adds' },
        { status: 'failed', fullName: 'sums nothing' },
      ],
    },
  ]
  const report = { success: false, numPassedTests: 1, numFailedTests: 1, testResults }
  expect(counts(report).split('\n')).toEqual(['1 2', 'b.test.ts: sums nothing', 'a.test.ts: Cannot find module'])
})
