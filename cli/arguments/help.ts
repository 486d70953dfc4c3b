import type { Command, Option } from './Command.ts'

const PROGRAM = 'wandb-run-ops'

const twoColumns = (rows: ReadonlyArray<readonly [string, string]>): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

const optionText = (name: string, { short, value }: Option): string =>
  `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`

const EXIT_CODES = `Exit codes
  0  the answer is whole
  1  there is no answer: the expression is wrong, the server refused or could not be reached, a file could not be written
  2  wrong usage; nothing was sent
  3  there is an answer, but some runs or rows could not be read; stderr says which`

/** The help of the program. */
export const programHelp = (commands: ReadonlyArray<Command>): string => `Usage: ${PROGRAM} <command> [options]

Commands
${twoColumns(commands.map(({ name, summary }) => [name, summary]))}

Options
${twoColumns([
  ['-h, --help', 'Show this, or the help of a command.'],
  ['    --version', 'Show the version.'],
])}

Try it without an account
  ${PROGRAM} runs --sandbox

The API key comes from WANDB_API_KEY or netrc, where "wandb login" writes it.

${EXIT_CODES}
`

/** The help of a command. */
export const commandHelp = ({ name, summary, usage, options, examples }: Command): string =>
  `Usage: ${PROGRAM} ${name} ${usage}

${summary}

Options
${twoColumns(Object.entries(options).map(([option, about]) => [optionText(option, about), about.help]))}

Examples
${examples.map((example) => `  ${PROGRAM} ${example}`).join('\n')}
`
