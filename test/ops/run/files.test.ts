import { pipe } from 'fp-ts/lib/function.js'
import { expect, test } from 'vitest'
import { runFile, runFiles } from '../../../src/ops/run/files.ts'
import { aFile, aRun } from '../records.ts'

const log = aFile({ name: 'output.log' })
const run = aRun({ files: [aFile({ name: 'config.yaml' }), log] })

test('runFiles returns the files', () => {
  expect(runFiles(run)).toBe(run.files)
})

test('runFile returns the file with the exact name, data-first and data-last', () => {
  expect(runFile(run, 'output.log')).toBe(log)
  expect(pipe(run, runFile('output.log'))).toBe(log)
  expect(runFile(run, 'OUTPUT.LOG')).toBe(undefined)
})
