import type { Command } from '../arguments/Command.ts'
import { exportCommand } from './export.ts'
import { historyCommand } from './history.ts'
import { queryCommand } from './query.ts'
import { runsCommand } from './runs.ts'

/** All commands, in the order of the help. */
export const commands: ReadonlyArray<Command> = [queryCommand, runsCommand, historyCommand, exportCommand]
