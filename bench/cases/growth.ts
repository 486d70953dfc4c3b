import type { Comparison } from '../measure/Comparison.ts'
import { compare } from '../measure/compare.ts'
import { makeRow, type Row } from '../measure/Row.ts'
import { checkTargets } from '../measure/targets.ts'
import type { GrowthPoint } from '../report/growthCharts.ts'
import { ENTITY } from '../server/data.ts'
import type { Case } from './Case.ts'

const SIZES = [1_000, 10_000, 100_000]

/** The runs that every project reads per round, so that small projects take as long and are read by code as warm. */
const RUNS_PER_ROUND = 100_000

/** Small enough that even the smallest project has several pages, with the next requested while one is read. */
const PAGE_SIZE = 100

const KEY = 'accuracy'

const repetitions = (runs: number): number => Math.max(1, RUNS_PER_ROUND / runs)

const stream = (runs: number): Comparison => ({
  name: `growth/${runs}`,
  projects: [{ project: 'growing', runs, configKeys: 10, summaryKeys: 10 }],
  ours: {
    program: 'ours/streamRuns',
    task: { project: `${ENTITY}/growing`, pageSize: PAGE_SIZE, key: KEY, repetitions: repetitions(runs) },
  },
  floor: { program: 'floor/streamRuns', task: { key: KEY } },
  targets: [],
  note: '',
})

const pointOf = (runs: number, row: Row): GrowthPoint => {
  const perRun = (seconds: number | undefined): number => (seconds ?? Number.NaN) / repetitions(runs) / runs
  return {
    runs,
    oursSeconds: perRun(row.ours),
    floorSeconds: perRun(row.floor),
    oursMb: row.aboveStartMb ?? Number.NaN,
    floorMb: row.floorAboveStartMb ?? Number.NaN,
  }
}

/** Returns the largest relative difference in time per run between the largest project and another. */
const maxDrift = (points: ReadonlyArray<GrowthPoint>): number => {
  const last = points.at(-1)?.oursSeconds ?? Number.NaN
  return Math.max(...points.map(({ oursSeconds }) => Math.abs(last / oursSeconds - 1)))
}

export const growth: Case = {
  name: 'growth',
  run: async function* (options) {
    const rows: Array<readonly [number, Row]> = []
    for (const runs of SIZES) {
      options.log(`growth: ${runs} runs`)
      rows.push([runs, await compare(stream(runs), options)])
    }
    const last = rows.at(-1)?.[1]
    if (last === undefined) return
    const points = rows.map(([runs, row]) => pointOf(runs, row))
    yield makeRow({
      ...last,
      name: 'growth',
      targets: checkTargets(
        [
          { of: 'change in time per run', atMost: 0.1 },
          { of: 'MB above start', atMost: 150 },
        ],
        { 'change in time per run': maxDrift(points), 'MB above start': last.aboveStartMb },
      ),
      note: `1,000, 10,000 and 100,000 runs, streamed in pages of ${PAGE_SIZE} and discarded; the values are those of 100,000.`,
      parts: { points },
    })
  },
}
