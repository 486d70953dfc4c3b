import { startNodeSide } from '../process/startSide.ts'
import type { BenchOptions } from './Comparison.ts'
import type { Lap } from './Lap.ts'
import type { Row } from './Row.ts'
import type { Target } from './targets.ts'
import { toRow } from './toRow.ts'
import { assertSameTotals } from './totals.ts'

/** Work in memory, with ours and the floor in one process. */
export interface InProcessComparison {
  readonly name: string
  readonly program: string
  /** The number of records. */
  readonly runs: number
  readonly targets: ReadonlyArray<Target>
  readonly note: string
}

const noTraffic = { requests: 0, bytes: 0, unrecorded: [] } as const

/** Runs ours and the floor in one process: a warm-up round, and then the rounds that count. */
export const compareInProcess = async (comparison: InProcessComparison, { pairs }: BenchOptions): Promise<Row> => {
  const side = startNodeSide(comparison.program)
  try {
    const ours: Array<Lap> = []
    const floor: Array<Lap> = []
    for (let round = -1; round < pairs; round += 1) {
      const answer = await side.run({ runs: comparison.runs })
      if (answer.floor === undefined) throw new Error(`${comparison.program} returned no result of the floor.`)
      const laps = { ours: { ...answer, ...noTraffic }, floor: { ...answer.floor, rssMb: answer.rssMb, ...noTraffic } }
      assertSameTotals(laps, new Set())
      if (round < 0) continue
      ours.push(laps.ours)
      floor.push(laps.floor)
    }
    return toRow(comparison, { laps: { ours, floor } })
  } finally {
    side.end()
  }
}
