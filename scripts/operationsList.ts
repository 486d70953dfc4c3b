/**
 * Generates docs/operations-list.md from the doc comments of the operations. With `--check` it writes nothing and fails if
 * the page is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { page } from './operationsList/page.ts'

const file = new URL('../docs/operations-list.md', import.meta.url)

if (!process.argv.includes('--check')) writeFileSync(file, page())
else if (readFileSync(file, 'utf8') !== page()) {
  console.error('docs/operations-list.md is out of date: run npx tsx scripts/operationsList.ts')
  process.exitCode = 1
}
