/**
 * Generates docs/operations-table.md from the registry, the library and W&B's reference. With `--check` it writes nothing
 * and fails if the page is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { page } from './operationsTable/page.ts'

const file = new URL('../docs/operations-table.md', import.meta.url)

if (!process.argv.includes('--check')) writeFileSync(file, page())
else if (readFileSync(file, 'utf8') !== page()) {
  console.error('docs/operations-table.md is out of date: run npx tsx scripts/operationsTable.ts')
  process.exitCode = 1
}
