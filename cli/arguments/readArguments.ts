import { parseArgs } from 'node:util'
import { didYouMean } from '../../src/types/wire/nearest.ts'
import { usageError } from '../output/ExitError.ts'
import type { Args, Options } from './Command.ts'

const isLong = (argument: string): boolean => argument.startsWith('--') && argument.length > 2

const optionName = (argument: string, options: Options): string | undefined => {
  if (isLong(argument)) return argument.slice(2)
  if (!/^-[a-z]$/i.test(argument)) return undefined
  return Object.keys(options).find((name) => options[name]?.short === argument[1])
}

/** `parseArgs` rejects `--order -summary.loss` and `--limit -5`: a value that begins with `-` must be joined by `=`. */
const joinValues = (argv: ReadonlyArray<string>, options: Options): Array<string> => {
  const out: Array<string> = []
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] as string
    if (argument === '--') return [...out, ...argv.slice(at)]
    const name = optionName(argument, options)
    const next = argv[at + 1]
    if (
      name !== undefined &&
      options[name]?.type === 'string' &&
      next !== undefined &&
      optionName(next, options) === undefined
    ) {
      out.push(`--${name}=${next}`)
      at += 1
    } else out.push(argument)
  }
  return out
}

const checkNames = (argv: ReadonlyArray<string>, options: Options): void => {
  for (const argument of argv) {
    if (argument === '--') return
    if (!isLong(argument)) {
      if (
        /^-[^-]/.test(argument) &&
        ![...argument.slice(1)].every((short) => Object.values(options).some((o) => o.short === short))
      )
        throw usageError(`Unknown option ${argument}. Try --help.`)
      continue
    }
    const name = argument.slice(2).split('=')[0] as string
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (option === undefined)
      throw usageError(`Unknown option --${name}. ${didYouMean(name, Object.keys(options)) ?? 'Try --help.'}`)
    if (option.type === 'string' && !argument.includes('='))
      throw usageError(`--${name} requires a value: --${name} <${option.value ?? 'text'}>.`)
    if (option.type === 'boolean' && argument.includes('=')) throw usageError(`--${name} does not take a value.`)
  }
}

/** Parses the arguments after the name of a command. */
export const readArguments = (argv: ReadonlyArray<string>, options: Options): Args => {
  const joined = joinValues(argv, options)
  checkNames(joined, options)
  const parsed = parseArgs({
    args: joined,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, short }]) => [
        name,
        { type, multiple: true, ...(short === undefined ? {} : { short }) },
      ]),
    ),
  })
  const values = (name: string): ReadonlyArray<string> =>
    ((parsed.values[name] as ReadonlyArray<unknown> | undefined) ?? []).filter((value) => typeof value === 'string')
  for (const [name, { multiple = false }] of Object.entries(options))
    if (!multiple && values(name).length > 1) throw usageError(`--${name} can be given only once.`)
  return {
    positionals: parsed.positionals,
    has: (name) => parsed.values[name] !== undefined,
    value: (name) => values(name)[0],
    values,
  }
}

/** Checks that there are no positional arguments. */
export const noPositionals = ({ positionals }: Args): void => {
  if (positionals.length > 0) throw usageError(`Unexpected argument "${positionals[0]}". Options start with --.`)
}

/** Returns the only positional argument; `missing` is the message if there is none. */
export const onePositional = ({ positionals }: Args, missing: string): string => {
  const [one, other] = positionals
  if (one === undefined || one.trim() === '') throw usageError(missing)
  if (other !== undefined) throw usageError(`Unexpected argument "${other}". Quote an argument that contains spaces.`)
  return one
}
