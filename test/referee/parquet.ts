import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { historyFromParquet, loadHistory, orThrow } from 'wandb-run-ops/loader'
import { downloadHistory } from 'wandb-run-ops/node'
import type { History } from 'wandb-run-ops/types'
import type { HistoryMode } from '../../sandbox/index.ts'
import type { Court } from './cases.ts'
import type { Answer } from './official.ts'

type Row = Readonly<Record<string, unknown>>

const isDict = (u: unknown): u is Row => typeof u === 'object' && u !== null && !Array.isArray(u)

/** The official client writes `null` for what a row has not, and nests or joins the names of a dict by where it read them. */
const flat = (row: Row, prefix = ''): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) => {
      if (value === null || value === undefined) return []
      if (isDict(value) && !('_type' in value)) return Object.entries(flat(value, `${prefix}${key}.`))
      return [[`${prefix}${key}`, isDict(value) ? flat(value) : value]]
    }),
  )

const rowsOf = ({ keys, steps, columns }: History): ReadonlyArray<Row> =>
  Array.from(steps, (step, row) => {
    const cells = keys.flatMap((key) => {
      const column = columns[key]
      const value = column?.type === 'number' && column.present[row] === 0 ? undefined : column?.values[row]
      return value === undefined ? [] : [[key, value]]
    })
    return { _step: step, ...Object.fromEntries(cells) }
  })

/** Rows by step; of two rows of a step one is enough, where both say the same. */
const byStep = (answer: Answer): ReadonlyArray<Row> => {
  if (E.isLeft(answer)) return [{ error: answer.left }]
  const rows = new Map<unknown, Row>()
  for (const row of answer.right as ReadonlyArray<Row>)
    rows.set(row['_step'], { ...rows.get(row['_step']), ...flat(row) })
  return [...rows.values()]
}

const allRuns = ({ sandbox, project }: Court) => {
  const [entity = '', name = ''] = project.split('/')
  return (sandbox.store.project(entity, name)?.runs ?? []).filter(({ history }) => history.length > 1)
}

/** Runs that log numbers alone, and some that log histograms, dicts, images and tables. */
const runsOf = (court: Court) => {
  const runs = allRuns(court)
  const rich = runs.filter(({ history }) => history.some((row) => row.includes('"_type"')))
  return [...new Set([...rich.slice(0, 4), ...runs.slice(0, 8)])]
}

/** Histories that the server has exported, wholly or in part, read by both sides. */
export const exportedHistory = async (court: Court): Promise<void> => {
  const { client, official, sandbox, tally, project } = court
  for (const mode of ['parquet', 'mixed', 'live'] as const satisfies ReadonlyArray<HistoryMode>) {
    sandbox.exports.set(project, mode)
    for (const { id } of runsOf(court)) {
      const path = `${project}/${id}`
      const ours = await orThrow(loadHistory({ run: path })(client))
      const answer = await official.ask({ ask: 'scan', path, use_cache: false })
      tally.same(`every row of ${id}, ${mode}`, rowsOf(ours), byStep(answer))
    }
  }
  sandbox.exports.set(project, 'none')
}

const digests = (paths: ReadonlyArray<string>): ReadonlyArray<string> =>
  paths.map((path) => createHash('sha256').update(readFileSync(path)).digest('hex')).sort()

/** The exported files themselves. */
export const exportedFiles = async (court: Court): Promise<void> => {
  const { client, official, sandbox, tally, project } = court
  const folder = mkdtempSync(join(tmpdir(), 'referee-exports-'))
  const place = (who: string, id: string): string => join(folder, who, id)
  sandbox.exports.set(project, 'parquet')
  for (const { id } of runsOf(court).slice(0, 4)) {
    const path = `${project}/${id}`
    const ours = await orThrow(downloadHistory({ run: path, folder: place('ours', id) })(client))
    const answer = await official.ask({ ask: 'download_history', path, folder: place('theirs', id), complete: true })
    const theirs = E.isRight(answer) ? digests(answer.right.paths) : answer.left
    tally.same(`files of ${id}`, digests(ours.files.map((file) => file.path)), theirs)
    tally.holds(
      `files of ${id} are the whole history`,
      ours.complete && E.isRight(answer) && !answer.right.live,
      answer,
    )
    const history = await orThrow(historyFromParquet(ours.files.map((file) => readFileSync(file.path))))
    const loaded = await orThrow(loadHistory({ run: path })(client))
    tally.same(`history of ${id} out of its files`, rowsOf(history), rowsOf(loaded))
  }

  sandbox.exports.set(project, 'mixed')
  const [some] = runsOf(court)
  const path = `${project}/${some?.id}`
  const ours = await orThrow(downloadHistory({ run: path, folder: place('ours', 'mixed') })(client))
  const refused = await official.ask({
    ask: 'download_history',
    path,
    folder: place('theirs', 'mixed'),
    complete: true,
  })
  tally.holds('a history that is live in part is not complete on either side', !ours.complete && E.isLeft(refused))

  sandbox.exports.set(project, 'parquet')
  sandbox.faults.add({ kind: 'status', status: 403, body: '<Error/>', when: { operation: 'storage' } })
  const cut = await downloadHistory({ run: path, folder: place('ours', 'refused') })(client)()
  sandbox.faults.clear()
  tally.holds(
    'a refused file is an error and leaves nothing under its name',
    E.isLeft(cut) && readdirSync(place('ours', 'refused')).length === 0,
  )
  sandbox.exports.set(project, 'none')
  rmSync(folder, { recursive: true })
}

/** Where the official client is wrong about exported histories. */
export const exportDefects = async (court: Court): Promise<void> => {
  const { client, official, sandbox, tally, project } = court
  const sparse = runsOf(court).find(
    ({ history }) =>
      history.some((row) => row.includes('"val_loss"')) && !history.every((row) => row.includes('"val_loss"')),
  )
  const path = `${project}/${sparse?.id}`
  const has = (row: Row): boolean => row['val_loss'] !== null && row['val_loss'] !== undefined

  sandbox.exports.set(project, 'parquet')
  const scanned = await official.ask({ ask: 'scan', path, keys: ['val_loss'], use_cache: false })
  const filtered = await orThrow(loadHistory({ run: path, keys: ['val_loss'] })(client))
  const theirs: ReadonlyArray<Row> = E.isRight(scanned) ? scanned.right : []
  tally.defect(
    'D4',
    'exported rows without any of the keys come back there, and not here',
    theirs.some((row) => !has(row)),
    filtered.length > 0 && filtered.length === theirs.filter(has).length,
    { theirs: theirs.length, ours: filtered.length },
  )

  sandbox.exports.set(project, 'mixed')
  const twice = await official.ask({ ask: 'scan', path, use_cache: false })
  const once = await orThrow(loadHistory({ run: path })(client))
  const steps: ReadonlyArray<unknown> = E.isRight(twice) ? twice.right.map((row: Row) => row['_step']) : []
  tally.defect(
    'D5',
    'rows that are exported and live come twice there, and once here',
    steps.length > new Set(steps).size,
    once.length === new Set(steps).size,
    { theirs: steps.length, ours: once.length },
  )

  // Runs that were not read before, since the official client keeps what it reads.
  const [cached, other] = allRuns(court).filter((run) => !runsOf(court).includes(run))
  const place = `${project}/${cached?.id}`
  const rows = cached?.history.length ?? 0
  sandbox.exports.set(place, { exported: 1, liveFrom: 1, files: 1 })
  sandbox.faults.add({ kind: 'status', status: 404, body: 'no such key', when: { operation: 'storage', times: 1 } })
  const poisoned = await official.ask({ ask: 'scan', path: place })
  sandbox.faults.clear()
  const later = await official.ask({ ask: 'scan', path: place })
  const ours = await orThrow(loadHistory({ run: place })(client))
  tally.defect(
    'D6',
    'a refused file spoils every later reading there, and none here',
    E.isLeft(poisoned) && E.isLeft(later),
    ours.length === rows,
    later,
  )

  const stale = `${project}/${other?.id}`
  sandbox.exports.set(stale, { exported: 0.5, liveFrom: 1, files: 1 })
  await official.ask({ ask: 'scan', path: stale })
  sandbox.exports.set(stale, { exported: 1, liveFrom: 1, files: 1 })
  const old = await official.ask({ ask: 'scan', path: stale })
  const fresh = await orThrow(loadHistory({ run: stale })(client))
  tally.defect(
    'D6',
    'what is exported later never comes there, and comes here',
    E.isRight(old) && old.right.length < fresh.length,
    fresh.length === other?.history.length,
    { theirs: E.isRight(old) ? old.right.length : old.left, ours: fresh.length },
  )
  const odd = allRuns(court).find(({ history }) => history.some((row) => row.includes('"val_loss": NaN')))
  const types = (mode: HistoryMode): Promise<Answer> => {
    sandbox.exports.set(project, mode)
    return official.ask({ ask: 'scanned_types', path: `${project}/${odd?.id}`, keys: ['val_loss'] })
  }
  const [exported, live] = [await types('parquet'), await types('live')]
  const numbers = async (source: 'graphql' | undefined) => {
    sandbox.exports.set(project, 'parquet')
    const { columns } = await orThrow(loadHistory({ run: `${project}/${odd?.id}`, keys: ['val_loss'], source })(client))
    return columns['val_loss']
  }
  const [ofFiles, ofApi] = [await numbers(undefined), await numbers('graphql')]
  tally.defect(
    'D20',
    'the type of a value depends on where it was read there, and not here',
    !isDeepStrictEqual(exported, live),
    isDeepStrictEqual(ofFiles, ofApi) && ofFiles?.type === 'number',
    { exported, live },
  )
  for (const at of [place, stale]) sandbox.exports.set(at, 'none')
  sandbox.exports.set(project, 'none')
}
