import { startServer } from '../process/startServer.ts'
import { startNodeSide, startOfficialSide } from '../process/startSide.ts'
import type { BenchOptions, Comparison } from './Comparison.ts'
import { lapsOn, type Runner } from './Lap.ts'
import type { Row } from './Row.ts'
import { runRounds } from './rounds.ts'
import { toRow } from './toRow.ts'

/** Runs the sides of a comparison in turn, each in its own process. */
export const compare = async (comparison: Comparison, { pairs, whole, python }: BenchOptions): Promise<Row> => {
  const { projects, latencyMs = 0, ours, floor, peer } = comparison
  const server = await startServer({ projects, latencyMs })
  const runners: Array<Runner> = []
  try {
    runners.push({ name: 'ours', side: startNodeSide(ours.program), task: ours.task, repeats: false })
    if (floor !== undefined) {
      runners.push({ name: 'floor', side: startNodeSide(floor.program), task: floor.task, repeats: true })
      runners.push({ name: 'server', side: startNodeSide('floor/readBytes'), task: {}, repeats: true })
    }
    const share = whole ? undefined : peer?.share
    const runLap = lapsOn(server)
    let peerWholeSeconds: number | undefined
    if (peer !== undefined && python !== undefined) {
      const side = startOfficialSide(python, peer.program)
      const runner = { name: 'peer', side, repeats: false } as const
      runners.push({ ...runner, task: share?.task ?? peer.task })
      if (share?.wholeFirst) peerWholeSeconds = (await runLap({ ...runner, task: peer.task })).seconds
    }
    const partial = new Set(share === undefined ? [] : ['peer'])
    const laps = await runRounds(runners, runLap, { pairs, partial })
    const note = peer === undefined || python !== undefined ? '' : ' The official client was not measured.'
    return toRow(
      { ...comparison, note: `${comparison.note}${note}` },
      { laps, peerShare: share?.fraction, peerWholeSeconds },
    )
  } finally {
    for (const { side } of runners) side.end()
    server.end()
  }
}
