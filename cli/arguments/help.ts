import type { Command, Option } from './Command.ts'

const PROGRAM = 'wandb-run-ops'

const twoColumns = (rows: ReadonlyArray<readonly [string, string]>): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

const optionText = (name: string, { short, value }: Option): string =>
  `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`

const EXIT_CODES = `Exit codes
  0  success: the result is complete
  1  failure: the expression is invalid, the server refused or could not be reached, or a file could not be written
  2  usage error: nothing was sent
  3  partial result: some runs or rows could not be read, see stderr`

/** Returns the help of the program. */
export const programHelp = (commands: ReadonlyArray<Command>): string => `Usage: ${PROGRAM} <command> [options]

Commands
${twoColumns(commands.map(({ name, summary }) => [name, summary]))}

Options
${twoColumns([
  ['-h, --help', 'Show this help, or the help of a command.'],
  ['    --version', 'Show the version.'],
])}

Try it without an account
  ${PROGRAM} runs --sandbox

The API key is read from WANDB_API_KEY, or from the netrc file that "wandb login" writes.

${EXIT_CODES}
`

/** Returns the help of a command. */
export const commandHelp = ({ name, summary, usage, options, examples }: Command): string =>
  `Usage: ${PROGRAM} ${name} ${usage}

${summary}

Options
${twoColumns(Object.entries(options).map(([option, about]) => [optionText(option, about), about.help]))}

Examples
${examples.map((example) => `  ${PROGRAM} ${example}`).join('\n')}
`
