import type { Command } from '../arguments/Command.ts'
import { artifactsCommand } from './artifacts.ts'
import { completionCommand } from './completion.ts'
import { diffCommand } from './diff.ts'
import { downloadCommand } from './download.ts'
import { exportCommand } from './export.ts'
import { filesCommand } from './files.ts'
import { historyCommand } from './history.ts'
import { openCommand } from './open.ts'
import { plotCommand } from './plot.ts'
import { projectsCommand } from './projects.ts'
import { queryCommand } from './query.ts'
import { runsCommand } from './runs.ts'
import { sweepsCommand } from './sweeps.ts'

const others: ReadonlyArray<Command> = [
  queryCommand,
  runsCommand,
  historyCommand,
  plotCommand,
  diffCommand,
  projectsCommand,
  sweepsCommand,
  artifactsCommand,
  openCommand,
  exportCommand,
  filesCommand,
  downloadCommand,
]

/** All commands, in the order of the help. */
export const commands: ReadonlyArray<Command> = [...others, completionCommand(others)]
