import { loadArtifactFiles, loadFiles } from '../../src/loader/index.ts'
import type { ArtifactFile, RunFile } from '../../src/types/index.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { onePositional } from '../arguments/positionals.ts'
import { projectOptions } from '../arguments/sharedOptions.ts'
import { fileOwner } from '../load/fileOwner.ts'
import { settled } from '../load/settled.ts'
import { withSource } from '../load/source.ts'
import type { Streams } from '../output/Streams.ts'
import { listLimit, listOptions, type RecordColumn, writeRecords } from '../rows/recordList.ts'

type ListedFile = Pick<RunFile | ArtifactFile, 'name' | 'size' | 'mimetype'> & { readonly updatedAt?: Date | undefined }

const columns: ReadonlyArray<RecordColumn<ListedFile>> = [
  { name: 'name', type: 'text', read: ({ name }) => name },
  { name: 'size', type: 'integer', read: ({ size }) => size },
  { name: 'updatedAt', type: 'time', read: ({ updatedAt }) => updatedAt },
  { name: 'mimetype', type: 'text', read: ({ mimetype }) => mimetype },
]

const runFiles = async (args: Args, streams: Streams): Promise<number> => {
  const text = onePositional(
    args,
    'Missing the run: write files entity/project/id, or files entity/project/name:alias.',
  )
  const limit = listLimit(args)
  const listed = await withSource(args, streams, async (source) => {
    const { kind, path } = fileOwner(source, text)
    return kind === 'Run'
      ? { ...(await settled(loadFiles({ run: path })(source.client))) }
      : settled(loadArtifactFiles({ artifactVersion: path })(source.client))
  })
  const items: ReadonlyArray<ListedFile> = listed.items
  const byName = items.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  return writeRecords({ noun: 'file', columns, listed: { ...listed, items: byName }, limit }, args, streams)
}

/** Lists the files of a run or an artifact version. */
export const filesCommand: Command = {
  name: 'files',
  group: 'Files',
  summary: 'List the files of a run or of an artifact version, by name.',
  usage: '<entity/project/id | entity/project/name:alias> [options]',
  options: { ...listOptions, ...projectOptions },
  examples: ['files team/vision/a1b2c3d4', 'files team/vision/model:best --format csv'],
  run: runFiles,
}
