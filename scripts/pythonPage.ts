/**
 * Writes the tables of docs/python.md. With `--check` it writes nothing and fails if the page is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { page } from './pythonPage/page.ts'

const file = new URL('../docs/python.md', import.meta.url)

if (!process.argv.includes('--check')) writeFileSync(file, page())
else if (readFileSync(file, 'utf8') !== page()) {
  console.error('docs/python.md is out of date: run npx tsx scripts/pythonPage.ts')
  process.exitCode = 1
}
