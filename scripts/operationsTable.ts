/**
 * Writes docs/operations-table.md from the registry, the library and the reference of W&B. With `--check` it writes nothing
 * and fails where the page is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { page } from './operationsTable/page.ts'

const file = new URL('../docs/operations-table.md', import.meta.url)

if (!process.argv.includes('--check')) writeFileSync(file, page())
else if (readFileSync(file, 'utf8') !== page()) {
  console.error('docs/operations-table.md is not what the registry says: run npx tsx scripts/operationsTable.ts')
  process.exitCode = 1
}
