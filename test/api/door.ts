import { type ConnectOptions, connect, type Wandb } from 'wandb-run-ops'
import type { Sandbox } from '../../sandbox/index.ts'

/** Hides the environment of the machine. */
export const nowhere = { env: {}, home: '/nonexistent', directory: '/nonexistent' } as const

/** A door to a sandbox, which does not wait between retries. */
export const doorTo = ({ url, apiKey }: Pick<Sandbox, 'url' | 'apiKey'>, options: ConnectOptions = {}): Wandb =>
  connect({ ...nowhere, apiKey, baseUrl: url, maxRetries: 2, sleep: async () => {}, ...options })

/** What a loop passes. */
export const collect = async <A>(list: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const items: Array<A> = []
  for await (const item of list) items.push(item)
  return items
}

/** What a promise rejects with. */
export const thrownBy = async (work: PromiseLike<unknown> | (() => unknown)): Promise<unknown> => {
  try {
    await (typeof work === 'function' ? work() : work)
  } catch (error) {
    return error
  }
  throw new Error('expected a failure')
}
