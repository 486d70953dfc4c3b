import { type Command, commandGroups, type Option } from '../arguments/Command.ts'
import { PROGRAM } from '../arguments/commanderProgram.ts'

/** The shells that completion is for. */
export const shells = ['bash', 'zsh', 'fish'] as const

export type Shell = (typeof shells)[number]

/** What can be completed after a command, or before one. */
interface Completed {
  readonly name: string
  readonly summary: string
  readonly options: ReadonlyArray<readonly [flag: string, option: Option]>
  /** What may follow it that is no option. */
  readonly words: ReadonlyArray<string>
}

const HELP: Option = { type: 'boolean', short: 'h', help: 'Show this help.' }

/** The values of these options are files. */
const takesFile = (name: string): boolean => name === 'output'

const completedOf = (commands: ReadonlyArray<Command>): ReadonlyArray<Completed> => [
  ...commandGroups
    .flatMap((group) => commands.filter((command) => command.group === group))
    .map(({ name, summary, options, words = [] }) => ({
      name,
      summary,
      words,
      options: [...Object.entries(options), ['help', HELP] as const],
    })),
  {
    name: 'help',
    summary: 'Show the help of a command.',
    words: commands.map(({ name }) => name),
    options: [['help', HELP]],
  },
]

/** A text in single quotes, as all three shells read it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const flagsOf = ([name, { short }]: readonly [string, Option]): ReadonlyArray<string> => [
  `--${name}`,
  ...(short === undefined ? [] : [`-${short}`]),
]

const bash = (all: ReadonlyArray<Completed>): string => {
  const valueCases = all.flatMap(({ name, options }) =>
    options
      .filter(([, { type }]) => type === 'string')
      .map(([option, about]) => {
        const words = takesFile(option) ? '-f' : `-W ${quoted((about.choices ?? []).join(' '))}`
        const pattern = flagsOf([option, about])
          .map((flag) => `${name}:${flag}`)
          .join('|')
        return `    ${pattern}) COMPREPLY=($(compgen ${words} -- "$current")); return ;;`
      }),
  )
  const commandCases = all.map(
    ({ name, options, words }) =>
      `    ${name}) words=${quoted([...words, ...options.map(([option]) => `--${option}`)].join(' '))} ;;`,
  )
  return `# bash completion of ${PROGRAM}
_${PROGRAM.replaceAll('-', '_')}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted([...all.map(({ name }) => name), '--help', '--version'].join(' '))} -- "$current"))
    return
  fi
  case "$command:$previous" in
${valueCases.join('\n')}
  esac
  case "$command" in
${commandCases.join('\n')}
    *) return ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _${PROGRAM.replaceAll('-', '_')} ${PROGRAM}
`
}

/** A text inside the brackets of zsh's specifications. */
const zshText = (text: string): string => text.replace(/[\\:[\]]/g, '\\$&')

const zshOption = ([name, option]: readonly [string, Option]): string => {
  const { repeatable = false, type, value = 'text', choices, help } = option
  const action = takesFile(name) ? '_files' : choices === undefined ? '' : `(${choices.join(' ')})`
  const argument = type === 'boolean' ? '' : `:${zshText(value)}:${action}`
  const flags = flagsOf([name, option])
  const before = repeatable ? '*' : flags.length > 1 ? `(${flags.join(' ')})` : ''
  return flags.map((flag) => `      ${quoted(`${before}${flag}[${zshText(help)}]${argument}`)}`).join(' \\\n')
}

const zsh = (all: ReadonlyArray<Completed>): string => {
  const cases = all.map(({ name, options, words }) => {
    const rest = words.length === 0 ? '*:argument:' : `*:argument:(${words.join(' ')})`
    return `    ${name})\n      _arguments \\\n${options.map(zshOption).join(' \\\n')} \\\n      ${quoted(rest)} ;;`
  })
  return `#compdef ${PROGRAM}
_${PROGRAM.replaceAll('-', '_')}() {
  local -a commands
  commands=(
${all.map(({ name, summary }) => `    ${quoted(`${name}:${zshText(summary)}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_${PROGRAM}" ]; then
  _${PROGRAM.replaceAll('-', '_')} "$@"
else
  compdef _${PROGRAM.replaceAll('-', '_')} ${PROGRAM}
fi
`
}

/** In single quotes, fish reads \`\\\\\` and \`\\'\` as escapes. */
const fishText = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`

const fish = (all: ReadonlyArray<Completed>): string => {
  const first = `complete -c ${PROGRAM} -n __fish_use_subcommand -f`
  const commands = all.map(({ name, summary }) => `${first} -a ${name} -d ${fishText(summary)}`)
  const options = all.flatMap(({ name, options: known, words }) => {
    const start = `complete -c ${PROGRAM} -n ${fishText(`__fish_seen_subcommand_from ${name}`)}`
    return [
      ...words.map((word) => `${start} -f -a ${word}`),
      ...known.map(([option, { short, type, choices, help }]) => {
        const flags = `-l ${option}${short === undefined ? '' : ` -s ${short}`}`
        const value = type === 'boolean' ? '' : takesFile(option) ? ' -r -F' : ' -x'
        return `${start} ${flags}${value}${choices === undefined ? '' : ` -a ${fishText(choices.join(' '))}`} -d ${fishText(help)}`
      }),
    ]
  })
  return `# fish completion of ${PROGRAM}\n${[...commands, ...options].join('\n')}\n`
}

/** Returns the script that makes a shell complete the commands, their options and the values of these. */
export const completionScript = (shell: Shell, commands: ReadonlyArray<Command>): string =>
  ({ bash, fish, zsh })[shell](completedOf(commands))
