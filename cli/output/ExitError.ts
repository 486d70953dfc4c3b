import type { LoadError } from '../../src/loader/index.ts'
import { exitCode } from './exitCode.ts'

/** Ends the program: the message is one line that says what is wrong and what to do, optionally followed by an excerpt. */
export class ExitError extends Error {
  readonly code: number

  constructor(message: string, code: number = exitCode.failed) {
    super(message)
    this.code = code
  }
}

/** Returns the error for an invalid command line. */
export const usageError = (message: string): ExitError => new ExitError(message, exitCode.usage)

const nothingSent: ReadonlySet<string> = new Set(['InvalidPath', 'InvalidQuery', 'InvalidClient'])

/** The library's advice names its own options; here the advice is the program's. */
const messageOf = (error: LoadError): string => {
  if (error._tag === 'NoCredentials')
    return `No API key for ${error.host}: set WANDB_API_KEY, run "wandb login", or add --sandbox to try it without a key.`
  return error._tag === 'InvalidPath' && error.path === ''
    ? 'No project: add --project entity/project, or --sandbox to try it without an account.'
    : error.message
}

/** Returns the error for a failed load. */
export const loadFailed = (error: LoadError): ExitError =>
  new ExitError(messageOf(error), nothingSent.has(error._tag) ? exitCode.usage : exitCode.failed)
