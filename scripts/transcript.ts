/** Runs the tasks of docs/cli.md with the program and writes what it prints into the page. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './cli/bundle.ts'
import { withTranscript } from './transcript/page.ts'
import { runTasks } from './transcript/runTasks.ts'
import { tasks } from './transcript/tasks.ts'

const page = new URL('../docs/cli.md', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'transcript-program-'))
try {
  await bundle(fileURLToPath(new URL('..', import.meta.url)), folder)
  const entries = await runTasks(tasks, join(folder, 'main.js'))
  writeFileSync(page, withTranscript(readFileSync(page, 'utf8'), entries))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
