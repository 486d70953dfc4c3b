import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { fetchBytes, fileDownloadUrl } from '../../client/fetchBytes.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { RunMetadata } from '../../types/file/RunFile.ts'
import { parseJson } from '../../types/wire/json.ts'
import { isObject } from '../../types/wire/own.ts'
import { type FileQuery, loadFile } from './loadFiles.ts'

const NAME = 'wandb-metadata.json'

const malformed = (detail: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'ResponseMalformed', detail: `${NAME} ${detail}` }))

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
  ({ run, signal }: Pick<FileQuery, 'run' | 'signal'>) =>
  (client: Client): TaskEither<LoadError, RunMetadata | undefined> =>
  async () => {
    const file = await loadFile({ run, name: NAME, signal })(client)()
    if (E.isLeft(file)) {
      const { left: error } = file
      return error._tag === 'NotFound' && error.what === 'file' ? E.right(undefined) : file
    }
    const address = fileDownloadUrl(file.right)
    if (address === undefined) return malformed('has no URL')
    const fetched = await fetchBytes(client, address.url, { anonymous: address.anonymous, signal })
    if (E.isLeft(fetched)) return fetched
    const parsed = parseJson(new TextDecoder().decode(fetched.right.bytes))
    return E.isRight(parsed) && isObject(parsed.right)
      ? E.right(Object.freeze({ ...parsed.right }))
      : malformed('is not a JSON object')
  }
