import { type Command as Commander, CommanderError } from 'commander'
import { didYouMean } from '../../src/types/wire/nearest.ts'
import { usageError } from '../output/ExitError.ts'
import type { Args, Command, Option, Options } from './Command.ts'
import { commanderProgram } from './commanderProgram.ts'

/** What the arguments ask for. */
export type Request =
  | { readonly _tag: 'Run'; readonly command: Command; readonly args: Args }
  /** A text to print, such as the help; `isUsageError` if it is shown because there are no arguments. */
  | { readonly _tag: 'Print'; readonly text: string; readonly isUsageError: boolean }

const HELP = ['-h', '--help']

const isFlag = (text: string, options: Options): boolean =>
  HELP.includes(text) ||
  Object.entries(options).some(([name, { short }]) => text === `--${name}` || text === `-${short}`)

const checkValues = (name: string, option: Option, values: ReadonlyArray<string>, options: Options): void => {
  const { repeatable = false, choices, value = 'text' } = option
  // The parser takes whatever follows for the value, so that `--order -createdAt` works.
  if (values.some((text) => isFlag(text, options)))
    throw usageError(`--${name} requires a value: --${name} <${value}>.`)
  if (!repeatable && values.length > 1) throw usageError(`--${name} can be given only once.`)
  const unknown = choices && values.find((text) => !choices.includes(text))
  if (choices === undefined || unknown === undefined) return
  const hint = didYouMean(unknown, choices)
  throw usageError(
    `--${name} must be one of ${choices.join(', ')}, got "${unknown}".${hint === undefined ? '' : ` ${hint}`}`,
  )
}

const argsOf = ({ options }: Command, parsed: Commander): Args => {
  const given = new Map<string, ReadonlyArray<string>>()
  for (const { attributeName, long = '' } of parsed.options.map((option) => ({
    attributeName: option.attributeName(),
    long: option.long?.slice(2),
  }))) {
    const value: unknown = parsed.getOptionValue(attributeName)
    if (value !== undefined) given.set(long, Array.isArray(value) ? value : [])
  }
  for (const [name, option] of Object.entries(options)) checkValues(name, option, given.get(name) ?? [], options)
  return {
    positionals: parsed.args,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.[0],
    values: (name) => given.get(name) ?? [],
  }
}

/** The name in single quotes that the parser's message contains. */
const quotedIn = (message: string): string => /'(.*)'/su.exec(message)?.[1] ?? ''

const unknownCommand = (name: string, commands: ReadonlyArray<Command>) => {
  const names = commands.map((command) => command.name)
  return usageError(`Unknown command "${name}". ${didYouMean(name, names) ?? `Commands: ${names.join(', ')}.`}`)
}

/** Says what is wrong with an option in the words of the other messages. */
const optionError = ({ code, message }: CommanderError, command: Command | undefined) => {
  const options = command?.options ?? {}
  const [flag = '', ...value] = quotedIn(message).split('=')
  if (code === 'commander.unknownOption') {
    const known = Object.hasOwn(options, flag.slice(2)) && value.length > 0
    if (known) return usageError(`${flag} does not take a value.`)
    const names = [...Object.keys(options), 'help'].map((name) => `--${name}`)
    const help = `Try ${command === undefined ? '' : `${command.name} `}--help.`
    return usageError(`Unknown option ${flag}. ${(flag.startsWith('--') && didYouMean(flag, names)) || help}`)
  }
  if (code === 'commander.optionMissingArgument') {
    const [, name = '', placeholder = ''] = /--([\w-]+) (<[^>]*>)/.exec(message) ?? []
    return usageError(`--${name} requires a value: --${name} ${placeholder}.`)
  }
  return usageError(message.replace(/^error: /, ''))
}

/**
 * Reads the arguments of the program.
 *
 * @param argv - The arguments.
 * @param commands - The commands that there are.
 * @param version - What `--version` prints.
 * @param width - The width of the help, in characters.
 * @throws `ExitError` if an argument is not one.
 */
export const readArguments = (
  argv: ReadonlyArray<string>,
  commands: ReadonlyArray<Command>,
  version: string,
  width: number,
): Request => {
  const find = (name: string | undefined): Command | undefined => commands.find((command) => command.name === name)
  const [first, second] = argv
  if (first !== undefined && !first.startsWith('-') && first !== 'help' && find(first) === undefined)
    throw unknownCommand(first, commands)
  if (first === 'help' && second !== undefined && !HELP.includes(second) && find(second) === undefined)
    throw unknownCommand(second, commands)
  let text = ''
  const add = (part: string): void => {
    text += part
  }
  const output = {
    writeOut: add,
    writeErr: add,
    outputError: () => {},
    getOutHelpWidth: () => width,
    getErrHelpWidth: () => width,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  }
  const found: Array<{ readonly command: Command; readonly args: Args }> = []
  try {
    commanderProgram(commands, version, output, (command, parsed) => {
      found.push({ command, args: argsOf(command, parsed) })
    }).parse(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (text === '') throw optionError(error, find(first))
  }
  const [run] = found
  return run === undefined ? { _tag: 'Print', text, isUsageError: argv.length === 0 } : { _tag: 'Run', ...run }
}
