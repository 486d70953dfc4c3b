import { loadRun } from '../../src/loader/index.ts'
import { columnValue, diffConfigs, runName } from '../../src/ops/index.ts'
import type { DefaultField, RunWith } from '../../src/types/index.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { projectOptions } from '../arguments/sharedOptions.ts'
import { columnName } from '../columns/RunColumn.ts'
import { bestColumn, bestRunOptions, bestRuns, takesBest } from '../load/bestRuns.ts'
import { resolveRunPath } from '../load/resolveRunPath.ts'
import { runEnvironment } from '../load/runEnvironment.ts'
import { settled } from '../load/settled.ts'
import { type Source, withSource } from '../load/source.ts'
import { ExitError, usageError } from '../output/ExitError.ts'
import { exitCode } from '../output/exitCode.ts'
import type { Streams } from '../output/Streams.ts'
import { rowTable } from '../rows/rowTable.ts'
import { formatOptions } from '../table/formats.ts'
import { writeTable } from '../table/writeTable.ts'
import { pluralize } from '../text/pluralize.ts'

const parts = ['config', 'summary', 'environment'] as const

type Part = (typeof parts)[number]

type ComparedRun = RunWith<DefaultField>

/** A value that differs between runs. */
interface Difference {
  readonly part: Part
  readonly path: ReadonlyArray<string>
  /** The value of each run; `undefined` where a run has none. */
  readonly values: ReadonlyArray<unknown>
}

const USAGE = 'diff entity/project/id entity/project/other'

const partsOf = (args: Args): ReadonlyArray<Part> => {
  const wanted = args.values('only') as ReadonlyArray<Part>
  return wanted.length === 0 ? parts : parts.filter((part) => wanted.includes(part))
}

const loadCompared = async (source: Source, args: Args): Promise<ReadonlyArray<ComparedRun>> => {
  if (args.has('best')) {
    const best = await bestRuns(source, args, 2)
    if (best.length < 2)
      throw new ExitError(`There is nothing to compare: only one run has a number in ${args.value('best')}.`)
    return best
  }
  const paths = args.positionals.map((text) => resolveRunPath(source, text))
  return Promise.all(paths.map((run) => settled(loadRun({ run })(source.client))))
}

/** What W&B adds to every summary, and differs between any two runs. */
const VOLATILE: ReadonlySet<string | undefined> = new Set(['_runtime', '_step', '_timestamp'])

const differencesIn = (part: Part, dicts: ReadonlyArray<unknown>): ReadonlyArray<Difference> =>
  diffConfigs(dicts.map((config) => ({ config })))
    .filter(({ path }) => part !== 'summary' || !VOLATILE.has(path[0]))
    .map(({ path, values }) => ({ part, path, values }))

const keyText = ({ part, path }: Difference): string => path.reduce<string>(columnName, part)

/** The names of runs, with the ids of those that share a name. */
const headings = (runs: ReadonlyArray<ComparedRun>): ReadonlyArray<string> =>
  runs.map((run) => {
    const name = runName(run)
    return runs.some((other) => other !== run && runName(other) === name) || name === 'key'
      ? `${name} (${run.id})`
      : name
  })

/** The rows that say which runs are compared: their ids, and what makes them the best. */
const headRows = (
  runs: ReadonlyArray<ComparedRun>,
  args: Args,
): ReadonlyArray<readonly [key: string, values: ReadonlyArray<unknown>]> => {
  const ids = ['id', runs.map(({ id }) => id)] as const
  if (!args.has('best')) return [ids]
  const { text, column } = bestColumn(args)
  return [ids, [text, runs.map(columnValue(column))]]
}

const runDiff = async (args: Args, streams: Streams): Promise<number> => {
  if (!takesBest(args, USAGE) && args.positionals.length < 2) throw usageError(`Missing the other run: write ${USAGE}.`)
  const repeated = args.positionals.find((path, at) => args.positionals.indexOf(path) !== at)
  if (repeated !== undefined) throw usageError(`"${repeated}" is there twice.`)
  const wanted = partsOf(args)
  const { runs, environments } = await withSource(args, streams, async (source) => {
    const compared = await loadCompared(source, args)
    const asked = wanted.includes('environment') ? compared : []
    return { runs: compared, environments: await Promise.all(asked.map((run) => runEnvironment(source, run, streams))) }
  })
  const dicts: Readonly<Record<Part, ReadonlyArray<unknown>>> = {
    config: runs.map(({ config }) => config),
    summary: runs.map(({ summary }) => summary),
    environment: environments.map(({ values }) => values),
  }
  const differences = wanted.flatMap((part) => differencesIn(part, dicts[part]))
  const names = headings(runs)
  const rows = rowTable(new Map([['key', 'text']]))
  const head = headRows(runs, args)
  const add = (key: string, values: ReadonlyArray<unknown>): void =>
    rows.add([
      ['key', key],
      ...names.flatMap((name, at) => (values[at] === undefined ? [] : [[name, values[at]] as const])),
    ])
  for (const [key, values] of head) add(key, values)
  for (const difference of differences)
    if (!head.some(([key]) => key === keyText(difference))) add(keyText(difference), difference.values)
  const complete = environments.every((environment) => environment.complete)
  await writeTable(
    {
      table: rows.build(['key', ...names]),
      summary: `${pluralize(differences.length, 'difference')} in ${wanted.join(', ')}.`,
      document: () => ({
        runs: runs.map(({ entity, project, id, displayName }) => ({ entity, project, id, displayName })),
        complete,
        differences: differences.map(({ values, ...rest }) => ({
          ...rest,
          values: values.map((value) => value ?? null),
        })),
      }),
      lines: differences,
    },
    args,
    streams,
  )
  return complete ? exitCode.ok : exitCode.incomplete
}

/** Compares runs. */
export const diffCommand: Command = {
  name: 'diff',
  group: 'Runs',
  summary: 'Show where the configs, summaries and environments of runs differ.',
  usage: '<entity/project/id> <entity/project/id …> [options]',
  options: {
    only: {
      type: 'string',
      repeatable: true,
      value: 'part',
      choices: parts,
      help: 'Compare only this part. The environment is the machine, the program, the commit and the user.',
    },
    ...bestRunOptions,
    best: {
      ...bestRunOptions.best,
      help: 'Compare the two best runs of the project: those with the largest values of this column, such as summary.accuracy.',
    },
    ...projectOptions,
    ...formatOptions,
  },
  examples: [
    'diff team/vision/a1b2c3d4 team/vision/e5f6a7b8',
    'diff a1b2c3d4 e5f6a7b8 --project team/vision --only config',
    'diff --best summary.loss --minimize --created "last week" --project team/vision',
  ],
  run: runDiff,
}
