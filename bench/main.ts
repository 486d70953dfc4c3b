import { parseArguments, usage } from './arguments.ts'
import { cases } from './cases/index.ts'
import type { Row } from './measure/Row.ts'
import { prepare } from './process/prepare.ts'
import { findPython } from './process/startSide.ts'
import { formatRatio } from './report/format.ts'
import { type GrowthPoint, writeGrowthCharts } from './report/growthCharts.ts'
import { toJson, toTable } from './report/rows.ts'

const names = cases.map(({ name }) => name)
const log = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const NO_OFFICIAL_CLIENT =
  'The official client was not measured: it is not installed in .venv/0.31. Install it with ' +
  'python3 -m venv .venv/0.31 && .venv/0.31/bin/pip install -r test/referee/requirements/0.31.txt'

const summarize = ({ name, ratioToFloor, ratioToPeer }: Row): string =>
  [
    name,
    ratioToFloor === undefined ? '' : `${formatRatio(ratioToFloor)} × the floor`,
    ratioToPeer === undefined ? '' : `${formatRatio(ratioToPeer)} × as fast as the official client`,
  ]
    .filter((part) => part !== '')
    .join(', ')

const parsed = parseArguments(process.argv.slice(2), names)
if ('error' in parsed) {
  log(`${parsed.error}\n\n${usage(names)}`)
  process.exitCode = 2
} else if (parsed.arguments.help) process.stdout.write(usage(names))
else {
  const { only, pairs, whole, json, pictures } = parsed.arguments
  const started = performance.now()
  const python = findPython()
  await prepare(log)
  const rows: Array<Row> = []
  for (const { name, run } of cases) {
    if (only.length > 0 && !only.includes(name)) continue
    try {
      for await (const row of run({ pairs, whole, python, log })) {
        rows.push(row)
        log(`${summarize(row)} (${Math.round((performance.now() - started) / 1000)} s)`)
      }
    } catch (error) {
      log(`${name} failed: ${error instanceof Error ? error.message : String(error)}`)
      process.exitCode = 1
    }
  }
  const points = rows.find(({ name }) => name === 'growth')?.parts?.['points']
  if (pictures && points !== undefined)
    for (const path of writeGrowthCharts(points as ReadonlyArray<GrowthPoint>)) log(path)
  const remarks = python === undefined ? [NO_OFFICIAL_CLIENT] : []
  for (const remark of remarks) log(remark)
  process.stdout.write(`${json ? toJson(rows) : toTable(rows, remarks)}\n`)
}
