// Reads the file of Vitest's JSON reporter, and prints how many tests passed and failed, then the name of each that failed.
// A test file that could not be loaded has no tests, and counts as one that failed. No file at all counts the same.
import { existsSync, readFileSync } from 'node:fs'

const file = process.argv[2] ?? ''
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
const broken = (report?.testResults ?? []).filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
)
const failed = (report?.numFailedTests ?? 1) + broken.length
// Vitest also fails for what no test is to blame for, such as an error that nobody caught.
console.log(report?.numPassedTests ?? 0, failed === 0 && report?.success === false ? 1 : failed)
for (const { name, assertionResults } of report?.testResults ?? [])
  for (const { status, fullName } of assertionResults)
    if (status === 'failed') console.log(`${name?.replace(`${process.cwd()}/`, '')}: ${fullName}`)
for (const { name, message } of broken)
  console.log(`${name?.replace(`${process.cwd()}/`, '')}: ${String(message).split('\n')[0]}`)
