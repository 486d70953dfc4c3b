import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { inRun } from '../../client/graphql/inProject.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { callback, mustBe, type OptionChecks } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import { fail, unwrap } from '../../client/task.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import type { RunState } from '../../types/run/RunState.ts'
import { requestRun } from '../history/historyInfo.ts'
import { type RunReference, resolveRun } from '../paths/resolve.ts'
import { byProjectAndId } from '../request/references.ts'
import { loadRun } from './loadRun.ts'
import { isEnded, pollOptions, pollPace, uncached } from './polling.ts'

/**
 * The options of {@link waitForRun}.
 *
 * @category Loading
 * @since 0.2.0
 */
export interface WaitQuery {
  /** The run's path in any format that {@link parseRunPath} accepts, or a run record. */
  readonly run: RunReference
  /** The state to wait for, or several, of which one is enough. The wait also ends when the run has ended in another state. */
  readonly until?: RunState | ReadonlyArray<RunState> | undefined
  /** The time between two requests, in milliseconds; 5,000 by default. */
  readonly every?: number | undefined
  /** Aborts the wait. */
  readonly signal?: AbortSignal | undefined
  /** Called with the state at first, and whenever it is another. */
  readonly onState?: ((state: RunState | undefined) => void) | undefined
}

const isState = (value: unknown): boolean => typeof value === 'string' && value !== ''

const options: OptionChecks<WaitQuery> = {
  run: true,
  until: mustBe('a state, or an array of states', (until) =>
    Array.isArray(until) ? until.length > 0 && until.every(isState) : isState(until),
  ),
  ...pollOptions,
  onState: callback,
}

export const waitShape: QueryShape<WaitQuery> = { subject: 'run', options, reference: byProjectAndId }

/** Selects the state of a run. */
const stateDocument = inRun('RunState', {}, 'state')

/**
 * Waits until a run has ended, in whatever state: `finished`, `failed`, `crashed`, `killed`, `preempted`. It asks for the
 * state alone, as often as `every` says.
 *
 * A request that fails is made again at the next time; the wait fails with the error after ten failures in a row, or if no
 * other try can help, as for a run that is `NotFound`. A response cache is passed by.
 *
 * @param query - The run's path, its record, or a query.
 * @returns A function from a client to the run with its light fields, as it is then.
 * @example
 * ```ts no-run
 * import { makeClient, orThrow, waitForRun } from 'wandb-run-ops/loader'
 * import { runState } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const run = await orThrow(waitForRun({ run: 'team/vision/a1b2c3d4', every: 30_000, onState: console.log })(client))
 *
 * console.log(runState(run))
 * ```
 * @category Loading
 * @since 0.2.0
 */
export const waitForRun =
  (query: RunReference | WaitQuery) =>
  (client: Client): TaskEither<LoadError, RunLight> =>
    queryTask(client, waitShape, query, async function* ({ run, until = [], every, signal, onState }: WaitQuery) {
      const live = uncached(client)
      const path = yield* unwrap(resolveRun(client, run, signal))
      const wanted: ReadonlyArray<RunState | undefined> = typeof until === 'string' ? [until] : until
      const pace = pollPace(client, every, signal)
      let before: { readonly state: RunState | undefined } | undefined
      for (;;) {
        const found = await requestRun(live, path, stateDocument, {}, { signal })()
        let failed = E.isLeft(found) ? found.left : undefined
        if (E.isRight(found)) {
          const state = typeof found.right['state'] === 'string' ? found.right['state'] : undefined
          if (before === undefined || before.state !== state) onState?.(state)
          before = { state }
          if (isEnded(state) || wanted.includes(state)) {
            const whole = await loadRun({ run: path, fields: [], signal })(live)()
            if (E.isRight(whole)) return whole.right
            failed = whole.left
          }
        }
        const over = await pace.next(failed)
        if (over !== undefined) return yield* fail(over)
      }
    })
