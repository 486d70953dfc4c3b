import { usageError } from '../output/ExitError.ts'
import type { Args } from './Command.ts'

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

/** Returns the project that the only positional argument names, which `--project` may name instead. */
export const projectArgument = (args: Args): string | undefined => {
  const [project, other] = args.positionals
  if (other !== undefined) throw usageError(`Unexpected argument "${other}": write one project.`)
  if (project !== undefined && args.has('project'))
    throw usageError(`The project is there twice: leave out "${project}" or --project.`)
  return project
}
