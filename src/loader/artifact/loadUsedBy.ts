import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { DefaultField } from '../../types/RunHeavy.ts'
import type { RunWith } from '../../types/RunWith.ts'
import type { Client } from '../Client.ts'
import { ofVersion } from '../internal/artifact/ofVersion.ts'
import { resolveVersion, versionOf } from '../internal/artifact/resolveVersion.ts'
import { loadList } from '../internal/paging/loadList.ts'
import { runSelection } from '../internal/run/selection.ts'
import type { LoadError } from '../LoadError.ts'
import type { Listed } from '../list.ts'
import { usedBy } from './internal/documents.ts'
import { lineageFields, readLineageRun } from './internal/runsOfLineage.ts'
import type { LineageField, UsedByQuery } from './lineage.ts'

/**
 * Loads the runs of any project that used an artifact version, one page per request.
 *
 * @param query - The artifact version, the fields, and the paging options.
 * @returns A function from a client to the runs.
 * @example
 * ```ts no-run
 * import { loadUsedBy, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { runName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadUsedBy({ artifactVersion: 'team/vision/data:v2', fields: [] })(client))
 *
 * console.log(items.map(runName))
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadUsedBy =
  <F extends LineageField = DefaultField>(query: UsedByQuery<F>) =>
  (client: Client): TaskEither<LoadError, Listed<RunWith<F>>> =>
  async () => {
    const fields = lineageFields(query.fields)
    if (E.isLeft(fields)) return fields
    const target = await resolveVersion(client, query.artifactVersion, query.signal)
    if (E.isLeft(target)) return target
    const selection = usedBy(runSelection(fields.right, {}))
    return loadList(client, query, {
      operationName: 'ArtifactUsedBy',
      document: ofVersion('ArtifactUsedBy', target.right.by, ', $first: Int, $after: String', selection),
      variables: target.right.variables,
      connection: (data) => {
        const version = versionOf(client, target.right, data)
        return E.isLeft(version) ? version : E.right(version.right['usedBy'])
      },
      decode: readLineageRun(client, fields.right as ReadonlyArray<F>),
      phase: 'runs',
      pageSize: 100,
    })
  }
