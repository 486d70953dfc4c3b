import type { Side, SideAnswer, Task } from '../process/Side.ts'
import type { BenchServer } from '../process/startServer.ts'
import type { RecordedRequest } from '../server/Traffic.ts'

/** One execution of a side's work, with its traffic. */
export interface Lap extends SideAnswer {
  readonly requests: number
  readonly bytes: number
  /** The requests whose responses were not recorded before. */
  readonly unrecorded: ReadonlyArray<RecordedRequest>
}

/** A side with its task. */
export interface Runner {
  readonly name: 'ours' | 'floor' | 'peer' | 'server'
  readonly side: Side
  readonly task: Task
  /** Whether it repeats the last requests of ours, to read the same bytes. */
  readonly repeats: boolean
}

/** Returns a function that runs a side once and collects its traffic from the server. */
export const lapsOn = (server: BenchServer): ((runner: Runner) => Promise<Lap>) => {
  let lastRequests: ReadonlyArray<RecordedRequest> = []
  return async ({ name, side, task, repeats }) => {
    const answer = await side.run({ ...task, ...server.connection, ...(repeats ? { requests: lastRequests } : {}) })
    const { requests, bytes, unrecorded } = await server.takeTraffic()
    if (name === 'ours') lastRequests = requests
    return { ...answer, requests: requests.length, bytes, unrecorded }
  }
}
