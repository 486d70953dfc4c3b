import { loadProjects } from '../../src/loader/index.ts'
import type { Project } from '../../src/types/index.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { projectOptions } from '../arguments/sharedOptions.ts'
import { settled } from '../load/settled.ts'
import { withSource } from '../load/source.ts'
import { usageError } from '../output/ExitError.ts'
import type { Streams } from '../output/Streams.ts'
import { listLimit, listOptions, type RecordColumn, writeRecords } from '../rows/recordList.ts'

const columns: ReadonlyArray<RecordColumn<Project>> = [
  { name: 'name', type: 'text', read: ({ name }) => name },
  { name: 'entity', type: 'text', read: ({ entity }) => entity },
  { name: 'lastActiveAt', type: 'time', read: ({ lastActiveAt }) => lastActiveAt },
  { name: 'createdAt', type: 'time', read: ({ createdAt }) => createdAt },
  { name: 'user', type: 'text', read: ({ user }) => user.username },
  { name: 'access', type: 'text', read: ({ access }) => access },
  { name: 'description', type: 'text', read: ({ description }) => description || undefined },
]

const age = ({ createdAt }: Project): number => -(createdAt?.getTime() ?? 0)

const runProjects = async (args: Args, streams: Streams): Promise<number> => {
  const [entity, other] = args.positionals
  if (other !== undefined) throw usageError(`Unexpected argument "${other}": write one user or team.`)
  const limit = listLimit(args)
  const listed = await withSource(args, streams, ({ client }) =>
    settled(loadProjects(entity === undefined ? {} : { entity })(client)),
  )
  listed.items.sort((one, another) => age(one) - age(another))
  return writeRecords({ noun: 'project', columns, listed, limit }, args, streams)
}

/** Lists the projects of an entity. */
export const projectsCommand: Command = {
  name: 'projects',
  group: 'Projects, sweeps and artifacts',
  summary: 'List the projects of a user or team, the newest first.',
  usage: '[entity] [options]',
  options: { ...listOptions, sandbox: projectOptions.sandbox },
  examples: ['projects', 'projects team --format csv'],
  run: runProjects,
}
