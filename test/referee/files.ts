import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { loadConsoleLogs, loadFile, loadFiles, loadRunMetadata, loadRuns, orThrow } from 'wandb-run-ops/loader'
import { downloadFile } from 'wandb-run-ops/node'
import type { ConsoleLine, RunFile } from 'wandb-run-ops/types'
import type { Court } from './cases.ts'
import { time } from './facts.ts'
import type { Answer } from './official.ts'

type Facts = Readonly<Record<string, unknown>>

/** How many runs of the project are looked at, of 138. */
const RUNS = 12

const timed = (answer: Answer, key: string): ReadonlyArray<Facts> =>
  E.isRight(answer)
    ? (answer.right as ReadonlyArray<Facts>).map((facts) => ({ ...facts, [key]: time(facts[key]) }))
    : [{ error: answer.left }]

/** A file, named as in the official client. */
const fileFacts = (file: RunFile): Facts => ({
  id: file.id,
  name: file.name,
  url: file.url ?? null,
  direct_url: file.directUrl ?? null,
  size: file.size ?? 0,
  mimetype: file.mimetype ?? null,
  md5: file.md5 ?? null,
  updated_at: file.updatedAt.toISOString(),
})

/** A line, named as in the official client, which gives times to the microsecond. */
const lineFacts = ({ number, timestamp, level, content }: ConsoleLine): Facts => ({
  number,
  timestamp: timestamp?.toISOString() ?? null,
  level: level ?? '',
  content,
})

const theirLines = (answer: Answer): ReadonlyArray<Facts> =>
  E.isRight(answer)
    ? (answer.right as ReadonlyArray<Facts>).map((facts) => ({
        ...facts,
        timestamp: facts['timestamp'] === null ? null : new Date(String(facts['timestamp'])).toISOString(),
      }))
    : [{ error: answer.left }]

const someRuns = async ({ client, project }: Court): Promise<ReadonlyArray<string>> => {
  const { runs } = await orThrow(loadRuns({ project, fields: [] })(client))
  const apart = Math.ceil(runs.length / RUNS)
  return runs.filter((_, index) => index % apart === 0).map(({ id }) => `${project}/${id}`)
}

/** Files, metadata and console lines. */
export const files = async (court: Court): Promise<void> => {
  const { client, official, tally, project } = court
  const folder = mkdtempSync(join(tmpdir(), 'referee-files-'))
  const { runs } = await orThrow(loadRuns({ project, fields: ['files'] })(client))
  for (const run of await someRuns(court)) {
    const { items } = await orThrow(loadFiles({ run, pageSize: 2 })(client))
    const theirs = timed(await official.ask({ ask: 'files', path: run, per_page: 50 }), 'updated_at')
    tally.same(`files of ${run}`, items.map(fileFacts), theirs)
    const nested = runs.find(({ id }) => run.endsWith(`/${id}`))?.files ?? []
    tally.same(`files that come with ${run}`, nested.map(fileFacts), theirs)
    const metadata = await orThrow(loadRunMetadata({ run })(client))
    tally.same(`metadata of ${run}`, E.right(metadata ?? null), await official.ask({ ask: 'metadata', path: run }))
    const log = await orThrow(loadConsoleLogs({ run, pageSize: 3 })(client))
    tally.same(
      `console lines of ${run}`,
      log.items.map(lineFacts),
      theirLines(await official.ask({ ask: 'console', path: run, per_page: 3 })),
    )
    const tail = await orThrow(loadConsoleLogs({ run, last: 4 })(client))
    tally.same(
      `last console lines of ${run}`,
      tail.items.map(lineFacts),
      theirLines(await official.ask({ ask: 'console', path: run, last: 4 })),
    )
    const name = 'config.yaml'
    const ours = await orThrow(downloadFile({ run, name, folder: join(folder, 'ours'), replace: true })(client))
    const downloaded = await official.ask({ ask: 'file', path: run, name, folder: join(folder, 'theirs') })
    tally.same(`contents of ${name} of ${run}`, E.right(readFileSync(ours.path, 'utf8')), downloaded)
  }
  const [run = ''] = await someRuns(court)
  for (const query of [{ pattern: '%.json' }, { pattern: 'output._og' }, { names: ['output.log', 'config.yaml'] }]) {
    const { items } = await orThrow(loadFiles({ run, ...query })(client))
    const theirs = timed(await official.ask({ ask: 'files', path: run, ...query }), 'updated_at')
    tally.same(`files by ${JSON.stringify(query)}`, items.map(fileFacts), theirs)
  }

  const phantom = await official.ask({ ask: 'files', path: run, names: ['no such file'] })
  const missing = await orThrow(loadFiles({ run, names: ['no such file'] })(client))
  const single = await loadFile({ run, name: 'no such file' })(client)()
  tally.defect(
    'D12',
    'a file that does not exist is a file there, and NotFound here',
    E.isRight(phantom) && phantom.right.length === 1,
    missing.items.length === 0 && E.isLeft(single) && single.left._tag === 'NotFound',
    phantom,
  )
  rmSync(folder, { recursive: true })
}
