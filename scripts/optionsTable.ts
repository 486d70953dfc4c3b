/** Generates the table of options in docs/cli.md from the commands of the program. */
import { readFileSync, writeFileSync } from 'node:fs'
import { commands } from '../cli/commands/index.ts'
import { withOptions } from './cli/optionsTable.ts'

const file = new URL('../docs/cli.md', import.meta.url)

writeFileSync(file, withOptions(readFileSync(file, 'utf8'), commands))
