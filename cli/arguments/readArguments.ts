import { parseArgs } from 'node:util'
import { nearestHint } from '../../src/expression/internal/nearest.ts'
import { misuse } from '../Stop.ts'
import type { Given, Options } from './Command.ts'

const isNamed = (argument: string): boolean => argument.startsWith('--') && argument.length > 2

const nameOf = (argument: string, options: Options): string | undefined => {
  if (isNamed(argument)) return argument.slice(2)
  if (!/^-[a-z]$/i.test(argument)) return undefined
  return Object.keys(options).find((name) => options[name]?.short === argument[1])
}

/** `--order -summary.loss` and `--limit -5` are meant as they stand: the value is that of the option before it. */
const joined = (args: ReadonlyArray<string>, options: Options): Array<string> => {
  const out: Array<string> = []
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] as string
    if (argument === '--') return [...out, ...args.slice(at)]
    const name = nameOf(argument, options)
    const next = args[at + 1]
    if (
      name !== undefined &&
      options[name]?.type === 'string' &&
      next !== undefined &&
      nameOf(next, options) === undefined
    ) {
      out.push(`--${name}=${next}`)
      at += 1
    } else out.push(argument)
  }
  return out
}

const checkNames = (args: ReadonlyArray<string>, options: Options): void => {
  for (const argument of args) {
    if (argument === '--') return
    if (!isNamed(argument)) {
      if (
        /^-[^-]/.test(argument) &&
        ![...argument.slice(1)].every((short) => Object.values(options).some((o) => o.short === short))
      )
        throw misuse(`There is no option ${argument}. Try --help.`)
      continue
    }
    const name = argument.slice(2).split('=')[0] as string
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (option === undefined)
      throw misuse(`There is no option --${name}. ${nearestHint(name, Object.keys(options)) ?? 'Try --help.'}`)
    if (option.type === 'string' && !argument.includes('='))
      throw misuse(`--${name} needs a value: --${name} <${option.value ?? 'text'}>.`)
    if (option.type === 'boolean' && argument.includes('=')) throw misuse(`--${name} takes no value.`)
  }
}

/** What stands on the command line behind a command's name. */
export const readArguments = (given: ReadonlyArray<string>, options: Options): Given => {
  const args = joined(given, options)
  checkNames(args, options)
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, short }]) => [
        name,
        { type, multiple: true, ...(short === undefined ? {} : { short }) },
      ]),
    ),
  })
  const texts = (name: string): ReadonlyArray<string> =>
    ((values[name] as ReadonlyArray<unknown> | undefined) ?? []).filter((value) => typeof value === 'string')
  for (const [name, { multiple = false }] of Object.entries(options))
    if (!multiple && texts(name).length > 1) throw misuse(`--${name} can be given once.`)
  return { positionals, has: (name) => values[name] !== undefined, text: (name) => texts(name)[0], texts }
}
