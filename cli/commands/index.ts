import type { Command } from '../arguments/Command.ts'
import { exporting } from './export.ts'
import { history } from './history.ts'
import { query } from './query.ts'
import { runs } from './runs.ts'

/** All that the program can be asked to do. */
export const commands: ReadonlyArray<Command> = [query, runs, history, exporting]
