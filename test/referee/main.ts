import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { exportedFrames } from './frames.ts'
import { hearVersion } from './hearVersion.ts'
import { clickhouseSql } from './sql.ts'
import { readStanding, standing } from './standing.ts'
import { makeTally, type Tally } from './tally.ts'
import { installedPython, isInstalled, isVersion, versions } from './venv.ts'

const all = [...versions, 'clickhouse', 'frames'] as const

/** What was asked for, or everything that is installed; on a machine without any, everything is installed first. */
const chosen = (): ReadonlyArray<(typeof all)[number]> => {
  const { client = [] } = parseArgs({ options: { client: { type: 'string', multiple: true } } }).values
  if (client.length > 0)
    return client.map((name) => {
      const known = all.find((one) => one === name || (isVersion(one) && name.startsWith(`${one}.`)))
      if (known === undefined) throw new Error(`No client "${name}": choose from ${all.join(', ')}.`)
      return known
    })
  if (!all.some(isInstalled)) for (const name of all) installedPython(name)
  for (const name of all.filter((one) => !isInstalled(one)))
    console.log(`Left out: ${name} is not installed. "npm run referee -- --client ${name}" installs it.`)
  return all.filter(isInstalled)
}

/** What is asked beside the official client, and how it is called. */
const others = {
  clickhouse: { title: 'ClickHouse', ask: clickhouseSql },
  frames: { title: 'pandas, polars, DuckDB and pyarrow', ask: exportedFrames },
} as const

const hearOther = async ({ title, ask }: (typeof others)[keyof typeof others]): Promise<Tally> => {
  const tally = makeTally()
  try {
    await ask(tally)
  } catch (error) {
    tally.holds(title, false, error instanceof Error ? error.message : error)
  }
  return tally
}

const page = readFileSync(new URL('../../docs/official-client.md', import.meta.url), 'utf8')
const documented = makeTally()
documented.same(
  'docs/official-client.md says which defects stand in which version',
  Object.fromEntries(Object.entries(standing).map(([number, where]) => [number, where.join(', ')])),
  readStanding(page),
)

const sums: Array<string> = []
let { passed, failed } = documented.counts()
for (const name of chosen()) {
  const started = performance.now()
  const tally = isVersion(name) ? await hearVersion(name) : await hearOther(others[name])
  const counts = tally.counts()
  passed += counts.passed
  failed += counts.failed
  const seconds = Math.round((performance.now() - started) / 1000)
  const what = isVersion(name) ? `the official client ${name}` : others[name].title
  const lacking = counts.impossible === 0 ? '' : `, ${counts.impossible} that it cannot be asked`
  sums.push(`${what}: ${counts.passed} passed, ${counts.failed} failed${lacking} (${seconds} s)`)
}
console.log(`\n${sums.join('\n')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
