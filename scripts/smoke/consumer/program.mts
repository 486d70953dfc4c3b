// A consumer in TypeScript: public functions have the expected types.
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import * as t from 'io-ts'
import * as all from 'wandb-run-ops'
import { type ExpressionResult, runExpression } from 'wandb-run-ops/expression'
import { loadRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
import { clientFromEnv } from 'wandb-run-ops/node'
import { runConfig, runName } from 'wandb-run-ops/ops'
import type { Run } from 'wandb-run-ops/types'

const client = makeClient({ apiKey: 'key' })

export const names: ReadonlyArray<(run: Run) => string> = [runName, all.runName]
export const fromEnv: (...args: never) => unknown = clientFromEnv

export const untyped = async (): Promise<ReadonlyArray<string>> => {
  const { runs } = await orThrow(loadRuns({ project: 'team/vision', filters: { state: 'finished' } })(client))
  return runs.filter((run) => runConfig(run)['lr'] > 0.01).map(runName)
}

export const typed = async (): Promise<ReadonlyArray<number>> => {
  const decode = { config: t.type({ lr: t.number }) }
  const { runs } = await orThrow(loadRuns({ project: 'team/vision', decode })(client))
  return runs.map((run) => runConfig(run).lr)
}

export const piped: () => Promise<unknown> = pipe(
  client,
  loadRuns({ project: 'team/vision', fields: ['config'] }),
  TE.map(({ runs }) => runs.map(runConfig)),
)

export const asked: Promise<ExpressionResult> = orThrow(
  runExpression({ text: 'runs.count', project: 'team/vision' })(client),
)

export const byDoor = async (): Promise<ReadonlyArray<number>> => {
  const wandb: all.Wandb = all.connect({ apiKey: 'key' })
  const rates: Array<number> = []
  for await (const run of wandb.runs('team/vision', { decode: { config: t.type({ lr: t.number }) } }))
    rates.push(runConfig(run).lr)
  // @ts-expect-error TS2769 or TS2353: there is no option filter
  await wandb.runs('team/vision', { filter: {} })
  return rates
}

export const notLoaded = async (): Promise<unknown> => {
  const { runs } = await orThrow(loadRuns({ project: 'team/vision', fields: ['summary'] })(client))
  // @ts-expect-error TS2345: the config was not loaded
  return runs.map((run) => runConfig(run))
}
