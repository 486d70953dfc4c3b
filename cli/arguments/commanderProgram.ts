import { Command as Commander, Option as CommanderOption, type OutputConfiguration } from 'commander'
import { type Command, commandGroups, type Option } from './Command.ts'

export const PROGRAM = 'wandb-run-ops'

const AFTER_HELP = `
Try it without an account:
  ${PROGRAM} runs --sandbox

The API key is read from WANDB_API_KEY, or from the netrc file that "wandb login" writes.

Exit codes:
  0  success: the result is complete
  1  failure: the expression is invalid, the server refused or could not be reached, or a file could not be written
  2  usage error: nothing was sent
  3  partial result: some runs, rows or files could not be read, see stderr`

const HELP_OPTION = ['-h, --help', 'Show this help.'] as const

const optionOf = (name: string, { short, type, value = 'text', choices, help }: Option): CommanderOption => {
  const flags = `${short === undefined ? '' : `-${short}, `}--${name}${type === 'boolean' ? '' : ` <${value}>`}`
  const option = new CommanderOption(flags, help)
  if (type === 'boolean') return option
  if (choices !== undefined) option.choices(choices)
  // All values are kept: whether there may be several, and which, is checked once the command is known to be complete.
  return option.argParser<ReadonlyArray<string>>((text, before = []) => [...before, text])
}

const commandOf = (
  { name, group, summary, usage, options, examples }: Command,
  output: OutputConfiguration,
): Commander => {
  const command = new Commander(name)
    .summary(summary)
    .description(summary)
    .usage(usage)
    .helpGroup(`${group}:`)
    .helpOption(...HELP_OPTION)
    .allowExcessArguments()
    .argument('[arguments...]')
    .configureOutput(output)
    .configureHelp({ visibleArguments: () => [] })
    .exitOverride()
  for (const [option, about] of Object.entries(options)) command.addOption(optionOf(option, about))
  return command.addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${PROGRAM} ${example}`).join('\n')}`)
}

/**
 * Describes the program to the argument parser.
 *
 * @param commands - The commands.
 * @param version - What `--version` prints.
 * @param output - Where help and errors go.
 * @param onCommand - Receives the command that was parsed.
 */
export const commanderProgram = (
  commands: ReadonlyArray<Command>,
  version: string,
  output: OutputConfiguration,
  onCommand: (command: Command, parsed: Commander) => void,
): Commander => {
  const program = new Commander(PROGRAM)
    .usage('<command> [options]')
    .helpOption(...HELP_OPTION)
    .commandsGroup(`${commandGroups.at(-1)}:`)
    .helpCommand('help [command]', 'Show this help, or the help of a command.')
    .version(version, '--version', 'Show the version.')
    .enablePositionalOptions()
    .configureOutput(output)
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
  const inOrder = commandGroups.flatMap((group) => commands.filter((command) => command.group === group))
  for (const command of inOrder)
    program.addCommand(commandOf(command, output).action((_, __, parsed: Commander) => onCommand(command, parsed)))
  return program.addHelpText('after', AFTER_HELP)
}
