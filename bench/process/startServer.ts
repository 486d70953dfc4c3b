import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Seen } from '../server/Asked.ts'
import type { Served } from '../server/main.ts'

/** How a client reaches the server. */
export interface Address {
  readonly url: string
  readonly storageUrl: string
  readonly apiKey: string
}

/** The server in a process of its own. */
export interface BenchServer {
  readonly address: Address
  /** What was asked since the last time. */
  readonly seen: () => Promise<Seen>
  readonly end: () => void
}

const program = fileURLToPath(new URL('../server/main.ts', import.meta.url))

export const startServer = async (served: Served): Promise<BenchServer> => {
  const child = fork(program, [JSON.stringify(served)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const next = <A>(): Promise<A> =>
    new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error('the server ended'))
      child.once('exit', ended)
      child.once('message', (message) => {
        child.off('exit', ended)
        resolve(message as A)
      })
    })
  const address = await next<Address>()
  return {
    address,
    seen: () => {
      const answer = next<Seen>()
      child.send('seen')
      return answer
    },
    end: () => child.kill(),
  }
}
