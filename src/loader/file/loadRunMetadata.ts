import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { malformedResponse } from '../../client/errors.ts'
import { fetchBytes, fileDownloadUrl, webPageInstead } from '../../client/fetchBytes.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { abortSignal } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import { fail, unwrap } from '../../client/task.ts'
import type { RunMetadata } from '../../types/file/RunFile.ts'
import { freezeParsed } from '../../types/wire/freeze.ts'
import { parseJson } from '../../types/wire/json.ts'
import { isObject } from '../../types/wire/own.ts'
import type { RunReference } from '../paths/resolve.ts'
import { byProjectAndId } from '../request/references.ts'
import { type FileQuery, loadFile } from './loadFiles.ts'

/**
 * The options of {@link loadRunMetadata}.
 *
 * @category Files
 * @since 0.2.0
 */
export type MetadataQuery = Pick<FileQuery, 'run' | 'signal'>

export const metadataShape: QueryShape<MetadataQuery> = {
  subject: 'run',
  options: { run: true, signal: abortSignal },
  reference: byProjectAndId,
}

const NAME = 'wandb-metadata.json'

/**
 * Loads the metadata of a run, which the SDK recorded about the machine and the program: the file `wandb-metadata.json`.
 *
 * @param query - The run.
 * @returns A function from a client to the metadata; `undefined` if the run has no such file. A file that cannot be fetched
 *   or read is an error.
 * @example
 * ```ts no-run
 * import { loadRunMetadata, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const metadata = await orThrow(loadRunMetadata({ run: 'team/vision/a1b2c3d4' })(client))
 *
 * console.log(metadata?.['program'] ?? 'no metadata')
 * ```
 * @category Files
 * @since 0.1.0
 */
export const loadRunMetadata =
  (query: RunReference | MetadataQuery) =>
  (client: Client): TaskEither<LoadError, RunMetadata | undefined> =>
    queryTask(client, metadataShape, query, async function* ({ run, signal }: MetadataQuery) {
      const found = await loadFile({ run, name: NAME, signal })(client)()
      if (E.isLeft(found) && found.left._tag === 'NotFound' && found.left.what === 'file') return undefined
      const address = fileDownloadUrl(yield* unwrap(found))
      if (address === undefined) return yield* fail(malformedResponse(`${NAME} has no URL`))
      const { bytes } = yield* unwrap(
        fetchBytes(client, address.url, { anonymous: address.anonymous, check: webPageInstead, signal }),
      )
      const json = E.toUnion(parseJson(new TextDecoder().decode(bytes)))
      return isObject(json) ? freezeParsed(json) : yield* fail(malformedResponse(`${NAME} is not a JSON object`))
    })
