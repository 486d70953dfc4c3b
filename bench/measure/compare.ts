import { nodeSide } from '../process/nodeSide.ts'
import { officialSide } from '../process/officialSide.ts'
import { startServer } from '../process/startServer.ts'
import type { Comparison, Options } from './Comparison.ts'
import { compared } from './compared.ts'
import type { Row } from './Row.ts'
import { lapsWith, type Runner } from './Runner.ts'
import { rounds } from './rounds.ts'

/** Lets the sides of a comparison do their work in turn. */
export const compare = async (comparison: Comparison, { pairs, whole, python }: Options): Promise<Row> => {
  const { projects, latencyMs = 0, ours, floor, peer } = comparison
  const server = projects === undefined ? undefined : await startServer({ projects, latencyMs })
  const runners: Array<Runner> = []
  try {
    runners.push({ name: 'ours', side: nodeSide(ours.program), task: ours.task, repeats: false })
    if (floor !== undefined)
      runners.push({ name: 'floor', side: nodeSide(floor.program), task: floor.task, repeats: true })
    if (floor !== undefined && server !== undefined)
      runners.push({ name: 'server', side: nodeSide('floor/readBytes'), task: {}, repeats: true })
    const share = whole ? undefined : peer?.share
    const lap = lapsWith(server)
    let wholeOnce: number | undefined
    if (peer !== undefined && python !== undefined) {
      const side = officialSide(python, peer.program)
      runners.push({ name: 'peer', side, task: share?.task ?? peer.task, repeats: false })
      if (share?.wholeFirst) wholeOnce = (await lap({ name: 'peer', side, task: peer.task, repeats: false })).seconds
    }
    const partial = new Set(share === undefined ? [] : ['peer'])
    const { laps, repeated } = await rounds(runners, lap, { pairs, partial })
    const note = peer === undefined || python !== undefined ? '' : ' The official client was not measured.'
    return compared(
      { ...comparison, note: `${comparison.note}${note}` },
      { laps, repeated, peerShare: share?.part, wholeOnce },
    )
  } finally {
    for (const { side } of runners) side.end()
    server?.end()
  }
}
