import { readArguments, usage } from './arguments.ts'
import { cases } from './cases/index.ts'
import type { Row } from './measure/Row.ts'
import { findPython } from './process/officialSide.ts'
import { prepare } from './process/prepare.ts'
import type { GrowthPoint } from './report/growthPoint.ts'
import { jsonOf } from './report/json.ts'
import { drawGrowth } from './report/pictures.ts'
import { ratioText } from './report/quantity.ts'
import { tableOf } from './report/table.ts'

const names = cases.map(({ name }) => name)
const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const WITHOUT_CLIENT =
  'The official client was not measured: .venv has none. Make it with ' +
  'python3 -m venv .venv && .venv/bin/pip install -r test/referee/requirements.txt'

const summary = ({ name, ratioToFloor, ratioToPeer }: Row): string =>
  [
    name,
    ratioToFloor === undefined ? '' : `${ratioText(ratioToFloor)} × the floor`,
    ratioToPeer === undefined ? '' : `${ratioText(ratioToPeer)} × as fast as the official client`,
  ]
    .filter((part) => part !== '')
    .join(', ')

const read = readArguments(process.argv.slice(2), names)
if ('error' in read) {
  say(`${read.error}\n\n${usage(names)}`)
  process.exitCode = 2
} else if (read.asked.help) process.stdout.write(usage(names))
else {
  const { asked } = read
  const started = performance.now()
  const python = findPython()
  await prepare(say)
  const rows: Array<Row> = []
  for (const { name, run } of cases) {
    if (asked.only.length > 0 && !asked.only.includes(name)) continue
    try {
      for await (const row of run({ pairs: asked.pairs, whole: asked.whole, python, say })) {
        rows.push(row)
        say(`${summary(row)} (${Math.round((performance.now() - started) / 1000)} s)`)
      }
    } catch (error) {
      say(`${name} failed: ${error instanceof Error ? error.message : String(error)}`)
      process.exitCode = 1
    }
  }
  const points = rows.find(({ name }) => name === 'growth')?.parts?.['points']
  if (asked.pictures && points !== undefined)
    for (const path of drawGrowth(points as ReadonlyArray<GrowthPoint>)) say(path)
  const remarks = python === undefined ? [WITHOUT_CLIENT] : []
  for (const remark of remarks) say(remark)
  process.stdout.write(`${asked.json ? jsonOf(rows) : tableOf(rows, remarks)}\n`)
}
