import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pages, sourceFiles } from './doctest/files.ts'
import { fromMarkdown } from './doctest/fromMarkdown.ts'
import { fromSource } from './doctest/fromSource.ts'
import { javaScriptProblems } from './doctest/javaScript.ts'
import { missingExamples } from './doctest/missingExamples.ts'
import { write } from './doctest/write.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const sources = sourceFiles(root).map((file) => ({
  ...fromSource(file, read(file)),
  missing: missingExamples(file, read(file)),
}))
const guides = pages(root).map((file) => fromMarkdown(file, read(file)))
const onPages = guides.flatMap((guide) => guide.examples)
const examples = [...sources.flatMap((source) => source.examples), ...onPages]
const problems = [
  ...sources.flatMap((source) => [...source.problems, ...source.missing]),
  ...guides.flatMap((guide) => guide.problems),
  ...javaScriptProblems(root, onPages),
  ...write(root, examples),
]

for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`)
console.log(`${examples.length} examples, ${problems.length} problems`)
process.exitCode = problems.length > 0 ? 1 : 0
