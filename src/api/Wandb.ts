import type { Client } from '../client/Client.ts'
import { abortSignal } from '../client/optionChecks.ts'
import type { QueryShape } from '../client/queryTask.ts'
import type { ExpressionQuery, ExpressionResult } from '../expression/run.ts'
import { type Options, readQuery } from './adapter/readQuery.ts'
import { type ArtifactLoads, artifactLoads } from './loads/artifacts.ts'
import { type ArtifactVersionLoads, artifactVersionLoads } from './loads/artifactVersions.ts'
import { type FileLoads, fileLoads } from './loads/files.ts'
import { type FromPath, loadFromPath } from './loads/fromPath.ts'
import { type HistoryLoads, historyLoads } from './loads/histories.ts'
import { type PeopleLoads, peopleLoads } from './loads/people.ts'
import { type ProjectLoads, projectLoads } from './loads/projects.ts'
import { runQuery } from './loads/query.ts'
import { type RunLoads, runLoads } from './loads/runs.ts'
import { type SweepLoads, sweepLoads } from './loads/sweeps.ts'
import { type TableLoads, tableLoads } from './loads/tables.ts'

/**
 * The door to a W&B server. Single loads are promises; lists are awaited or iterated. Every failure is a `WandbError`.
 *
 * A load takes a path, a URL or a record with options, or one query with everything:
 * `wandb.history('team/vision/a1b2c3d4', { keys: ['loss'] })`, `wandb.history(run)`, `wandb.history({ run, keys })`.
 *
 * @category Door
 * @since 0.2.0
 */
export interface Wandb
  extends RunLoads,
    TableLoads,
    HistoryLoads,
    FileLoads,
    SweepLoads,
    ArtifactLoads,
    ArtifactVersionLoads,
    ProjectLoads,
    PeopleLoads {
  /** The client of the functional core, for functions that take one. */
  readonly client: Client

  /** Evaluates a query-panel expression over the runs of a project, and loads only what it reads. */
  query(text: string | ExpressionQuery, options?: Options<ExpressionQuery, 'text'>): Promise<ExpressionResult>

  /**
   * Loads what a path or a URL of the web app names: a project, run, sweep, report, artifact or artifact version, which its
   * `_tag` says.
   */
  fromPath(path: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<FromPath>

  /** Empties the cache of `connect({ cache: true })`; without a cache, there is nothing to do. */
  flush(): void
}

type PathQuery = { readonly path: string; readonly signal?: AbortSignal | undefined }

const pathShape: QueryShape<PathQuery> = { subject: 'path', options: { path: true, signal: abortSignal } }

/** Makes the door of a client. */
export const makeWandb = (client: Client, flush: () => void): Wandb =>
  Object.freeze({
    client,
    ...runLoads(client),
    ...tableLoads(client),
    ...historyLoads(client),
    ...fileLoads(client),
    ...sweepLoads(client),
    ...artifactLoads(client),
    ...artifactVersionLoads(client),
    ...projectLoads(client),
    ...peopleLoads(client),
    query: async (text: string | ExpressionQuery, options?: Options<ExpressionQuery, 'text'>) =>
      runQuery(client, text, options),
    fromPath: async (path: string, options?: Options<PathQuery, 'path'>) => {
      const query = readQuery(pathShape, path, options)
      return loadFromPath(client, query.path, query.signal)
    },
    flush,
  })
