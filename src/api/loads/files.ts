import type { Client } from '../../client/Client.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import { type ConsoleLogsQuery, consoleLogsShape, loadConsoleLogs } from '../../loader/file/loadConsoleLogs.ts'
import {
  type FileQuery,
  type FilesQuery,
  fileShape,
  filesShape,
  type LoadedFiles,
  loadFile,
  loadFiles,
} from '../../loader/file/loadFiles.ts'
import { loadRunMetadata, type MetadataQuery, metadataShape } from '../../loader/file/loadRunMetadata.ts'
import type { RunReference } from '../../loader/paths/resolve.ts'
import type { ConsoleLine } from '../../types/file/ConsoleLine.ts'
import type { RunFile, RunMetadata } from '../../types/file/RunFile.ts'
import type { LoopOptions, WandbList } from '../adapter/lazyList.ts'
import { loadedList } from '../adapter/listPages.ts'
import { looped, type Options, readQuery } from '../adapter/readQuery.ts'
import { settle } from '../adapter/WandbError.ts'

/**
 * The loads of a run's files.
 *
 * @category Door
 * @since 0.2.0
 */
export interface FileLoads {
  /** The files that a run saved: all, those with `names`, or those whose name matches a `pattern`. */
  files(
    run: RunReference | (FilesQuery & LoopOptions),
    options?: Options<FilesQuery, 'run'> & LoopOptions,
  ): WandbList<LoadedFiles, RunFile>

  /** Loads one file of a run, by its full name. It has the URL of the content. */
  file(run: RunReference, name: string, options?: Options<FileQuery, 'run' | 'name'>): Promise<RunFile>
  /** Loads one file of a run, by one query. */
  file(query: FileQuery): Promise<RunFile>

  /** Loads the `wandb-metadata.json` of a run; `undefined` if it has none. */
  metadata(run: RunReference | MetadataQuery, options?: Options<MetadataQuery, 'run'>): Promise<RunMetadata | undefined>

  /** The lines that a run wrote to its console: all, or with `last` only the last ones. */
  logs(
    run: RunReference | (ConsoleLogsQuery & LoopOptions),
    options?: Options<ConsoleLogsQuery, 'run'> & LoopOptions,
  ): WandbList<Listed<ConsoleLine>, ConsoleLine>
}

/** Makes the loads of files. */
export const fileLoads = (client: Client): FileLoads => ({
  files: (run, options) =>
    loadedList(client, loadFiles, () => readQuery(looped(filesShape), run, options), {
      what: 'files',
      isPaged: ({ names = [] }) => names.length === 0,
    }),
  file: async (run: RunReference | FileQuery, name?: string, options?: Options<FileQuery, 'run' | 'name'>) => {
    const asked = name === undefined ? options : { ...options, name }
    return settle(loadFile(readQuery(fileShape, run, asked))(client))
  },
  metadata: async (run, options) => settle(loadRunMetadata(readQuery(metadataShape, run, options))(client)),
  logs: (run, options) =>
    loadedList(client, loadConsoleLogs, () => readQuery(looped(consoleLogsShape), run, options), {
      what: 'console lines',
      isPaged: ({ last }) => last === undefined,
      limitOf: ({ last }) => last,
      identity: ({ number }) => number,
    }),
})
