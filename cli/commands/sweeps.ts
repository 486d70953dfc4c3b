import { loadSweeps } from '../../src/loader/index.ts'
import { sweepMetric } from '../../src/ops/index.ts'
import type { Sweep } from '../../src/types/index.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { projectArgument } from '../arguments/positionals.ts'
import { projectOptions } from '../arguments/sharedOptions.ts'
import { settled } from '../load/settled.ts'
import { withSource } from '../load/source.ts'
import type { Streams } from '../output/Streams.ts'
import { listLimit, listOptions, type RecordColumn, writeRecords } from '../rows/recordList.ts'

const columns: ReadonlyArray<RecordColumn<Sweep>> = [
  { name: 'id', type: 'text', read: ({ id }) => id },
  { name: 'name', type: 'text', read: ({ displayName, config }) => displayName ?? config['name'] },
  { name: 'state', type: 'text', read: ({ state }) => state },
  { name: 'method', type: 'text', read: ({ method }) => method },
  { name: 'metric', type: 'text', read: (sweep) => sweepMetric(sweep)?.name },
  { name: 'goal', type: 'text', read: (sweep) => sweepMetric(sweep)?.goal },
  { name: 'best', type: 'number', read: ({ bestLoss }) => bestLoss },
  { name: 'runs', type: 'integer', read: ({ runCount }) => runCount },
  { name: 'expectedRuns', type: 'integer', read: ({ expectedRunCount }) => expectedRunCount },
  { name: 'createdAt', type: 'time', read: ({ createdAt }) => createdAt },
]

const runSweeps = async (args: Args, streams: Streams): Promise<number> => {
  const limit = listLimit(args)
  const given = projectArgument(args)
  const listed = await withSource(args, streams, ({ client, project }) =>
    settled(loadSweeps({ project: given ?? project })(client)),
  )
  listed.items.sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
  return writeRecords({ noun: 'sweep', columns, listed, limit }, args, streams)
}

/** Lists the sweeps of a project. */
export const sweepsCommand: Command = {
  name: 'sweeps',
  group: 'Projects, sweeps and artifacts',
  summary: 'List the sweeps of a project, the newest first.',
  usage: '[entity/project] [options]',
  options: { ...listOptions, ...projectOptions },
  examples: ['sweeps team/vision', 'sweeps --project team/vision --json'],
  run: runSweeps,
}
