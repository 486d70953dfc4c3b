import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { connect } from 'wandb-run-ops'
import { loadRuns, orThrow } from 'wandb-run-ops/loader'
import { clientFromEnv } from 'wandb-run-ops/node'
import { runHistoryKeys, runId } from 'wandb-run-ops/ops'
import type { Court } from './cases.ts'

/** A few runs, under a filter that was not used before: the official client answers what it was asked before from memory (D7). */
const few = (asked: string): Readonly<Record<string, unknown>> => ({
  jobType: 'eval',
  displayName: { $ne: `not ${asked}` },
})

const order = '+created_at'

/** Where the official client is wrong about loops over a list, parts of it, and the runs in it. */
export const listDefects = async ({ client, official, sandbox, tally, project }: Court): Promise<void> => {
  const { runs } = await orThrow(loadRuns({ project, filters: few('counted'), fields: [], order })(client))
  const ids = runs.map(runId)
  const pairs = ids.flatMap((one) => ids.map((other) => [one, other]))

  const theirPairs = await official.ask({ ask: 'nested', path: project, filters: few('D8') })
  const list = connect({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }).runs(project, {
    filters: few('D8'),
    fields: [],
    order,
  })
  const ourPairs: Array<ReadonlyArray<string>> = []
  for await (const one of list) for await (const other of list) ourPairs.push([runId(one), runId(other)])
  tally.defect(
    'D8',
    'a loop within a loop over one list ends both there, and none here',
    E.isRight(theirPairs) && theirPairs.right.length === ids.length && ids.length > 1,
    isDeepStrictEqual(ourPairs, pairs),
    { theirs: E.isRight(theirPairs) ? theirPairs.right.length : theirPairs.left, ours: ourPairs.length },
  )

  const pagesFrom = (from: number): number =>
    sandbox.requests.slice(from).filter(({ query }) => query.includes('query Runs')).length
  let before = sandbox.requests.length
  const slice = await official.ask({ ask: 'first_two', path: project, filters: few('D9') })
  const theirPages = pagesFrom(before)
  before = sandbox.requests.length
  const two = await orThrow(loadRuns({ project, filters: few('D9'), fields: [], order, pageSize: 2, limit: 2 })(client))
  const ourPages = sandbox.requests.length - before
  tally.defect(
    'D9',
    'the first page alone costs a second request there, and one here',
    theirPages === 2,
    ourPages === 1 && isDeepStrictEqual(E.right(two.runs.map(runId)), slice),
    { slice, theirPages, ourPages },
  )
  const parts = await official.ask({ ask: 'slices', path: project, filters: few('D9 parts') })
  const last = await orThrow(
    loadRuns({ project, filters: few('D9 parts'), fields: [], order: '-created_at', limit: 1 })(client),
  )
  const rest = runs.slice(1)
  tally.defect(
    'D9',
    'the last run of a list and an open slice are errors there, and an order and an array here',
    E.isRight(parts) && /Error/.test(parts.right.last) && /Error/.test(parts.right.rest),
    last.runs.map(runId).join() === ids.at(-1) && rest.length === ids.length - 1,
    parts,
  )

  const keys = await official.ask({ ask: 'listed_keys', path: project, filters: few('D11') })
  const keyed = await orThrow(
    loadRuns({ project, filters: few('D11'), fields: ['historyKeys'], order, limit: 2 })(client),
  )
  const ours = keyed.runs.map((run) => Object.keys(runHistoryKeys(run).keys).sort())
  tally.defect(
    'D11',
    'the history keys of listed runs are an error there, and a field here',
    E.isRight(keys) && /history_keys/.test(keys.right.raised ?? ''),
    ours.length === 2 && (E.isLeft(keys) || !keys.right.keys || isDeepStrictEqual(ours, keys.right.keys)),
    { keys, ours },
  )

  const [theirFolder, ourFolder] = [mkdtempSync(join(tmpdir(), 'referee-')), mkdtempSync(join(tmpdir(), 'referee-'))]
  const left = await official.ask({ ask: 'folders', path: project, filters: few('D21'), folder: theirFolder })
  const env = {
    WANDB_DIR: ourFolder,
    WANDB_CACHE_DIR: ourFolder,
    WANDB_API_KEY: sandbox.apiKey,
    WANDB_BASE_URL: sandbox.url,
  }
  const listed = await orThrow(loadRuns({ project, filters: few('D21'), fields: [] })(clientFromEnv({ env })))
  tally.defect(
    'D21',
    'each run that is listed leaves a folder there, and nothing here',
    E.isRight(left) && ids.every((id) => left.right.left.includes(id)),
    listed.runs.length === ids.length && readdirSync(ourFolder).length === 0,
    left,
  )
  for (const folder of [theirFolder, ourFolder]) rmSync(folder, { recursive: true, force: true })
}
