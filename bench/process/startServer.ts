import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ServerOptions } from '../server/main.ts'
import type { Traffic } from '../server/Traffic.ts'

/** The addresses, API key and latency of a server, passed to each side with its task. */
export interface Connection {
  readonly url: string
  readonly storageUrl: string
  readonly apiKey: string
  readonly latencyMs: number
}

/** A server in its own process. */
export interface BenchServer {
  readonly connection: Connection
  /** Returns the traffic since the last call. */
  readonly takeTraffic: () => Promise<Traffic>
  readonly end: () => void
}

const program = fileURLToPath(new URL('../server/main.ts', import.meta.url))

export const startServer = async (options: ServerOptions): Promise<BenchServer> => {
  const child = fork(program, [JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const nextMessage = <A>(): Promise<A> =>
    new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error('The bench server exited.'))
      child.once('exit', onExit)
      child.once('message', (message) => {
        child.off('exit', onExit)
        resolve(message as A)
      })
    })
  const connection = await nextMessage<Connection>()
  return {
    connection,
    takeTraffic: () => {
      const traffic = nextMessage<Traffic>()
      child.send('traffic')
      return traffic
    },
    end: () => child.kill(),
  }
}
