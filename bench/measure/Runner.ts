import type { Answer, Side, Task } from '../process/Side.ts'
import type { BenchServer } from '../process/startServer.ts'
import type { Asked } from '../server/Asked.ts'

/** One time that a side did its work, and what the server saw of it. */
export interface Lap extends Answer {
  readonly requests: number
  readonly bytes: number
  readonly misses: number
}

/** A side with what it is told each time. */
export interface Runner {
  readonly name: 'ours' | 'floor' | 'peer' | 'server'
  readonly side: Side
  readonly task: Task
  /** Whether it repeats what ours asked last, so that it reads the same bytes. */
  readonly repeats: boolean
}

/** Lets sides do their work and notes what the server saw. */
export const lapsWith = (server: BenchServer | undefined): ((runner: Runner) => Promise<Lap>) => {
  let asked: ReadonlyArray<Asked> = []
  return async ({ name, side, task, repeats }) => {
    const told = { ...task, ...server?.address, ...(repeats ? { requests: asked } : {}) }
    const answer = await side.run(told)
    const seen = await server?.seen()
    if (name === 'ours' && seen !== undefined) asked = seen.requests
    const { requests = [], bytes = 0, misses = 0 } = seen ?? {}
    return { ...answer, requests: requests.length, bytes, misses }
  }
}
