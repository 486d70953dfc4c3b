import * as E from 'fp-ts/lib/Either.js'
import { loadRuns, orThrow } from 'wandb-run-ops/loader'
import { runId, runRawConfig, runUser } from 'wandb-run-ops/ops'
import { unknownUser } from 'wandb-run-ops/types'
import type { Court } from './cases.ts'

/** A filter that leaves every run, and another one each time: the official client answers what it was asked before from memory (D7). */
const everything = (asked: string): Readonly<Record<string, unknown>> => ({ displayName: { $ne: `not ${asked}` } })

/**
 * Where the official client is wrong about lists of runs, under the number that its defect has in
 * docs/official-client.md. Each case shows the defect and that our answer is the right one; `standing.ts` says in which
 * versions.
 */
export const defects = async ({ client, official, sandbox, tally, project }: Court): Promise<void> => {
  const { runs } = await orThrow(loadRuns({ project })(client))
  const eager = await official.ask({
    ask: 'heavy',
    path: project,
    lazy: false,
    filters: everything('D1'),
  })
  const theirs: ReadonlyArray<{ id: string; rawconfig: Record<string, unknown> }> = E.isRight(eager) ? eager.right : []
  tally.defect(
    'D1',
    'eagerly listed runs lose _wandb of their raw config there, and keep it here',
    theirs.length === runs.length && theirs.every(({ rawconfig }) => !('_wandb' in rawconfig)),
    runs.every((run) => '_wandb' in runRawConfig(run)),
    eager,
  )

  sandbox.faults.add({ kind: 'null-user', indexes: [1], connection: 'runs' })
  const broken = await official.ask({ ask: 'ids', path: project, filters: everything('D2') })
  const whole = await orThrow(loadRuns({ project, filters: everything('D2') })(client))
  sandbox.faults.clear()
  tally.defect(
    'D2',
    'a run without user breaks the page there, and is a run of the unknown user here',
    E.isLeft(broken),
    whole.complete && runUser(whole.runs[1] ?? { user: unknownUser }) === unknownUser,
    broken,
  )

  sandbox.faults.add({ kind: 'empty-page', when: { operation: 'Runs', page: 2, times: 1 } })
  const short = await official.ask({
    ask: 'list',
    path: project,
    per_page: 20,
    filters: everything('D27'),
  })
  sandbox.faults.clear()
  sandbox.faults.add({ kind: 'empty-page', when: { operation: 'Runs', page: 2, times: 1 } })
  const all = await orThrow(loadRuns({ project, pageSize: 20, filters: everything('D27') })(client))
  sandbox.faults.clear()
  tally.defect(
    'D27',
    'an empty page ends the list there, and not here',
    E.isRight(short) && short.right.length < all.runs.length,
    all.complete,
    { theirs: E.isRight(short) ? short.right.length : short.left, ours: all.runs.map(runId).length },
  )
}
