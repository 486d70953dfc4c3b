import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../cli/commands/index.ts'
import { bundle } from '../../scripts/cli/bundle.ts'
import { END, START, withTranscript } from '../../scripts/transcript/page.ts'
import { type Entry, runTasks } from '../../scripts/transcript/runTasks.ts'
import { tasks } from '../../scripts/transcript/tasks.ts'

const page = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')

let folder = ''
let entries: ReadonlyArray<Entry> = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'transcript-test-'))
  await bundle(fileURLToPath(new URL('../..', import.meta.url)), folder)
  entries = await runTasks(tasks, join(folder, 'main.js'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the tasks of docs/cli.md', () => {
  test('print what the page says: run scripts/transcript.ts', () => {
    expect(page).toBe(withTranscript(page, entries))
  })

  test('are each one command, whose options the help of the command has', () => {
    for (const { command } of tasks) {
      const [program, name, ...rest] = command.split(' ')
      const options = commands.find((one) => one.name === name)?.options ?? {}
      const flags = rest.filter((word) => word.startsWith('--')).map((flag) => flag.slice(2))
      expect([program, flags.filter((flag) => !Object.hasOwn(options, flag))]).toEqual(['wandb-run-ops', []])
    }
  })

  test('need no setting that the reader does not see', () => {
    expect(page.slice(page.indexOf(START), page.indexOf(END))).not.toMatch(/127\.0\.0\.1|\/tmp\//)
  })
})
