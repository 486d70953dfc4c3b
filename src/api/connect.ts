import { openClient } from '#openClient'
import { type CacheOptions, makeCachedClient } from '../client/cached.ts'
import { envOptions } from '../client/envOptions.ts'
import { type OptionChecks, optionError } from '../client/optionChecks.ts'
import { optionHint } from '../client/optionHint.ts'
import type { EnvOptions } from '../node/clientFromEnv.ts'
import { WandbError } from './adapter/WandbError.ts'
import { makeWandb, type Wandb } from './Wandb.ts'

/**
 * The options of {@link connect}. All of them are optional in Node; elsewhere, pass `apiKey` or `anonymous`.
 *
 * @category Door
 * @since 0.2.0
 */
export interface ConnectOptions extends EnvOptions {
  /** Whether responses are cached, and how; `flush` empties the cache. Nothing is cached by default. */
  readonly cache?: boolean | CacheOptions | undefined
}

const connectOptions: OptionChecks<ConnectOptions> = { ...envOptions, cache: true }

/**
 * Connects to a W&B server. It sends nothing until something is loaded.
 *
 * In Node, the API key, the server and the default entity and project come from where W&B's own tools look: the environment,
 * `wandb/settings` and netrc. Elsewhere, such as in a browser, they come from the options alone.
 *
 * @param options - The API key and the server, where the environment does not have them, and more; see the type.
 * @returns The door: every load as a promise or a list.
 * @throws WandbError if there is no API key, or an option is wrong.
 *
 * @example
 * ```ts no-run
 * import { connect, runName, runSummary } from 'wandb-run-ops'
 *
 * const wandb = connect()
 *
 * for await (const run of wandb.runs('team/vision', { filters: { state: 'finished' } }))
 *   console.log(runName(run), runSummary(run)['accuracy'])
 *
 * const { runs, complete, failures } = await wandb.runs('team/vision')
 * console.log(runs.length, complete, failures)
 *
 * const history = await wandb.history('team/vision/a1b2c3d4', { keys: ['loss'] })
 * console.log(history.length)
 * ```
 * @category Door
 * @since 0.2.0
 */
export const connect = (options: ConnectOptions = {}): Wandb => {
  const wrong = optionError(options, connectOptions, 'client', optionHint)
  if (wrong !== undefined) throw new WandbError(wrong)
  const { cache = false, ...rest } = options
  const client = openClient(rest)
  const cached = cache === false ? undefined : makeCachedClient(client, cache === true ? undefined : cache)
  const { configError } = cached ?? client
  if (configError !== undefined) throw new WandbError(configError)
  return makeWandb(cached ?? client, cached?.flush ?? (() => {}))
}
