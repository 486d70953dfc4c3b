import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pages, sourceFiles } from './doctest/files.ts'
import { fromMarkdown } from './doctest/fromMarkdown.ts'
import { fromSource } from './doctest/fromSource.ts'
import { missingExamples } from './doctest/missingExamples.ts'
import { write } from './doctest/write.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const sources = sourceFiles(root).map((file) => ({
  ...fromSource(file, read(file)),
  missing: missingExamples(file, read(file)),
}))
const examples = [
  ...sources.flatMap((source) => source.examples),
  ...pages(root).flatMap((file) => fromMarkdown(file, read(file))),
]
const problems = [...sources.flatMap((source) => [...source.problems, ...source.missing]), ...write(root, examples)]

for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`)
console.log(`${examples.length} examples, ${problems.length} problems`)
process.exitCode = problems.length > 0 ? 1 : 0
