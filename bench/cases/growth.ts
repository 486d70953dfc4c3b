import type { Case } from '../Case.ts'
import type { Comparison } from '../measure/Comparison.ts'
import { compare } from '../measure/compare.ts'
import { type Row, rowOf } from '../measure/Row.ts'
import { judge } from '../measure/targets.ts'
import type { GrowthPoint } from '../report/growthPoint.ts'
import { ENTITY } from '../server/data.ts'

const SIZES = [1_000, 10_000, 100_000]
/** How many runs are read in a round, so that few take as long as many, and are read by code as warm. */
const READ = 100_000

/** Small enough that the fewest runs are several pages, of which the next comes while one is read. */
const PAGE = 100

const KEY = 'accuracy'

const timesOf = (runs: number): number => Math.max(1, READ / runs)

const stream = (runs: number): Comparison => ({
  name: `growth/${runs}`,
  projects: [{ project: 'growing', runs, configKeys: 10, summaryKeys: 10 }],
  ours: {
    program: 'ours/streamRuns',
    task: { project: `${ENTITY}/growing`, pageSize: PAGE, key: KEY, times: timesOf(runs) },
  },
  floor: { program: 'floor/streamRuns', task: { key: KEY } },
  targets: [],
  note: '',
})

const pointOf = (runs: number, row: Row): GrowthPoint => {
  const of = (seconds: number | undefined): number => (seconds ?? Number.NaN) / timesOf(runs) / runs
  return {
    runs,
    oursSeconds: of(row.ours),
    floorSeconds: of(row.floor),
    oursMb: row.aboveStartMb ?? Number.NaN,
    floorMb: row.floorAboveStartMb ?? Number.NaN,
  }
}

/** By how much the time a run of the largest project differs from that of the others, at most. */
const driftOf = (points: ReadonlyArray<GrowthPoint>): number => {
  const last = points.at(-1)?.oursSeconds ?? Number.NaN
  return Math.max(...points.map(({ oursSeconds }) => Math.abs(last / oursSeconds - 1)))
}

export const growth: Case = {
  name: 'growth',
  run: async function* (options) {
    const rows: Array<readonly [number, Row]> = []
    for (const runs of SIZES) {
      options.say(`growth: ${runs} runs`)
      rows.push([runs, await compare(stream(runs), options)])
    }
    const last = rows.at(-1)?.[1]
    if (last === undefined) return
    const points = rows.map(([runs, row]) => pointOf(runs, row))
    yield rowOf({
      ...last,
      name: 'growth',
      targets: judge(
        [
          { of: 'change of time a run', atMost: 0.1 },
          { of: 'MB above start', atMost: 150 },
        ],
        { 'change of time a run': driftOf(points), 'MB above start': last.aboveStartMb },
      ),
      note: `1,000, 10,000 and 100,000 runs, streamed in pages of ${PAGE}, nothing kept; the figures are those of 100,000.`,
      parts: { points },
    })
  },
}
