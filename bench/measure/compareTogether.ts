import { nodeSide } from '../process/nodeSide.ts'
import type { Options } from './Comparison.ts'
import { compared } from './compared.ts'
import type { Row } from './Row.ts'
import type { Lap } from './Runner.ts'
import { refuseDifferences } from './refuseDifferences.ts'
import type { Target } from './targets.ts'

/** Work in memory that one process does both ways, in turn. */
export interface Together {
  readonly name: string
  readonly program: string
  /** How many records there are. */
  readonly runs: number
  readonly targets: ReadonlyArray<Target>
  readonly note: string
}

const unserved = { requests: 0, bytes: 0, misses: 0 } as const

/** Lets one process do its work both ways, once for nothing and then in as many rounds as are wanted. */
export const compareTogether = async (together: Together, { pairs }: Options): Promise<Row> => {
  const side = nodeSide(together.program)
  try {
    const ours: Array<Lap> = []
    const floor: Array<Lap> = []
    for (let round = -1; round < pairs; round += 1) {
      const answer = await side.run({ runs: together.runs })
      if (answer.floor === undefined) throw new Error(`${together.program} does its work one way only`)
      const laps = { ours: { ...answer, ...unserved }, floor: { ...answer.floor, rssMb: answer.rssMb, ...unserved } }
      refuseDifferences(laps, new Set())
      if (round < 0) continue
      ours.push(laps.ours)
      floor.push(laps.floor)
    }
    return compared(together, { laps: { ours, floor }, repeated: 0, peerShare: undefined, wholeOnce: undefined })
  } finally {
    side.end()
  }
}
