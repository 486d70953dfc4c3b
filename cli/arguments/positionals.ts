import { misuse } from '../Stop.ts'
import type { Given } from './Command.ts'

export const noPositionals = ({ positionals }: Given): void => {
  if (positionals.length > 0) throw misuse(`"${positionals[0]}" is one word too many. Options begin with --.`)
}

/** The one thing that stands behind the command's name. */
export const onePositional = ({ positionals }: Given, missing: string): string => {
  const [one, other] = positionals
  if (one === undefined || one.trim() === '') throw misuse(missing)
  if (other !== undefined) throw misuse(`"${other}" is one word too many. Put quotes around what has spaces in it.`)
  return one
}
