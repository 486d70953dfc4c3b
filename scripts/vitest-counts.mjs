// Reads the output of Vitest's JSON reporter and prints the number of passed and failed tests, then the failed ones.
// A test file that could not be loaded counts as one failed test, and so does a missing report.
import { existsSync, readFileSync } from 'node:fs'

const file = process.argv[2] ?? ''
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
const broken = (report?.testResults ?? []).filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
)
const failed = (report?.numFailedTests ?? 1) + broken.length
// Vitest can also fail outside of tests, for example on an unhandled error.
console.log(report?.numPassedTests ?? 0, failed === 0 && report?.success === false ? 1 : failed)
for (const { name, assertionResults } of report?.testResults ?? [])
  for (const { status, fullName } of assertionResults)
    if (status === 'failed') console.log(`${name?.replace(`${process.cwd()}/`, '')}: ${fullName}`)
for (const { name, message } of broken)
  console.log(`${name?.replace(`${process.cwd()}/`, '')}: ${String(message).split('\n')[0]}`)
