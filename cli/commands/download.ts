import { rmSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { loadArtifactVersion, loadRun } from '../../src/loader/index.ts'
import { safePath } from '../../src/node/safePath.ts'
import { unfinishedFiles } from '../../src/node/wholeFile.ts'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { projectOptions } from '../arguments/sharedOptions.ts'
import { bestRunOptions, bestRuns, takesBest } from '../load/bestRuns.ts'
import { type DownloadPlan, type DownloadReport, downloadRunFiles, downloadVersion } from '../load/downloads.ts'
import { type FileOwner, fileOwner } from '../load/fileOwner.ts'
import { filePattern } from '../load/filePattern.ts'
import { settled } from '../load/settled.ts'
import { type Source, withSource } from '../load/source.ts'
import { ExitError, loadFailed, usageError } from '../output/ExitError.ts'
import { exitCode } from '../output/exitCode.ts'
import { progressBar } from '../output/progressBar.ts'
import { reportProblems } from '../output/reportProblems.ts'
import type { Streams } from '../output/Streams.ts'
import { write } from '../output/write.ts'
import { pluralize } from '../text/pluralize.ts'

/** How many files that failed are named. */
const MAX_NAMED = 10

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

const bytesText = (bytes: number): string => {
  const power = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${UNITS[power]}`
}

/** The folder of `--output`, or one below the current folder. The name comes from the server. */
const folderFor = (args: Args, name: string): string => {
  const given = args.value('output')
  if (given !== undefined && given.trim() === '') throw usageError('--output must be the name of a folder.')
  if (given !== undefined) return resolve(given)
  const path = safePath(resolve('.'), name)
  if (E.isLeft(path)) throw loadFailed(path.left)
  return path.right
}

/** Windows does not have colons in names. */
const versionFolder = (name: string, version: number): string =>
  `artifacts/${name.replaceAll('/', '-')}${process.platform === 'win32' ? '-' : ':'}v${version}`

const ownerOf = async (source: Source, args: Args): Promise<FileOwner> => {
  if (!args.has('best')) return fileOwner(source, args.positionals[0] ?? '')
  const [run] = await bestRuns(source, args, 1)
  return { kind: 'Run', path: `${run?.entity}/${run?.project}/runs/${run?.id}` }
}

/** Downloads what the arguments name, and returns the folder as well. */
const download = async (
  source: Source,
  args: Args,
  plan: Omit<DownloadPlan, 'folder'>,
): Promise<DownloadReport & { readonly folder: string }> => {
  const { client } = source
  const { kind, path } = await ownerOf(source, args)
  const follow = args.has('references')
  if (kind === 'Run') {
    if (follow) throw usageError('--references is about artifacts: a run has none among its files.')
    const run = await settled(loadRun({ run: path, fields: [] })(client))
    const folder = folderFor(args, run.id)
    return { folder, ...(await downloadRunFiles(client, path, { ...plan, folder })) }
  }
  const version = await settled(loadArtifactVersion(path)(client))
  const folder = folderFor(args, versionFolder(version.name, version.version))
  return { folder, ...(await downloadVersion(client, version, { ...plan, folder }, follow)) }
}

const report = (
  streams: Streams,
  { folder, files, errors, references }: DownloadReport & { readonly folder: string },
  follow: boolean,
): void => {
  const { stderr } = streams
  for (const { name, error } of errors.slice(0, MAX_NAMED))
    stderr.write(`Could not download ${escapeControl(name)}: ${escapeControl(error.message)}\n`)
  if (errors.length > MAX_NAMED) stderr.write(`${errors.length - MAX_NAMED} more files could not be downloaded.\n`)
  if (references > 0)
    stderr.write(
      `${pluralize(references, 'reference')} to files outside W&B left out: ${
        follow ? 'they are in a bucket or on a disk.' : '--references fetches those on the web and in other artifacts.'
      }\n`,
    )
  if (files.length === 0) return
  const kept = files.filter((file) => file.kept).length
  const size = files.reduce((sum, file) => sum + file.size, 0)
  const near = relative('.', folder)
  const place = escapeControl(near.startsWith('..') ? folder : near || '.')
  const keptText = kept === 0 ? '' : `, ${kept === files.length ? 'all' : kept} already there`
  stderr.write(`${pluralize(files.length, 'file')} (${bytesText(size)}) in ${place}${keptText}.\n`)
}

const runDownload = async (args: Args, streams: Streams): Promise<number> => {
  takesBest(args, 'download entity/project/id, or download entity/project/name:alias')
  const [, other] = args.positionals
  if (other !== undefined) throw usageError(`Unexpected argument "${other}": write one run or artifact version.`)
  const isWanted = filePattern(args)
  process.once('exit', () => {
    for (const path of unfinishedFiles) rmSync(path, { force: true })
  })
  const bar = progressBar(streams, 'bytes')
  const onBytes = (loaded: number, total: number | undefined): void => bar.update(loaded, total)
  const done = await withSource(args, streams, (source) => download(source, args, { isWanted, onBytes })).finally(
    bar.stop,
  )
  const count = done.files.length + done.errors.length
  if (count + done.references + done.failures.length === 0)
    throw new ExitError(args.has('files') ? 'No file matches --files.' : 'There are no files.')
  report(streams, done, args.has('references'))
  if (done.files.length > 0) await write(streams.stdout, `${escapeControl(done.folder)}\n`)
  if (done.errors.length > 0 && done.files.length === 0) return exitCode.failed
  const code = reportProblems(streams, { failures: done.failures, skipped: 0, complete: true, noun: 'file' })
  return done.errors.length > 0 ? exitCode.incomplete : code
}

/** Downloads files. */
export const downloadCommand: Command = {
  name: 'download',
  group: 'Files',
  summary: 'Download the files of a run or of an artifact version; files that are there already are kept.',
  usage: '<entity/project/id | entity/project/name:alias> [options]',
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'folder',
      help: 'The folder to write to; defaults to the id of the run, or to artifacts/name:version. A file there that differs is replaced.',
    },
    files: {
      type: 'string',
      repeatable: true,
      value: 'pattern',
      help: 'Only files whose name matches: "*.json", "media/**", "{config,output}.*".',
    },
    references: { type: 'boolean', help: 'Also download references to files on the web and in other artifacts.' },
    ...bestRunOptions,
    ...projectOptions,
  },
  examples: [
    'download team/vision/model:best --output model',
    'download team/vision/a1b2c3d4 --files "*.log"',
    'download --best summary.accuracy --project team/vision --files config.yaml',
  ],
  run: runDownload,
}
