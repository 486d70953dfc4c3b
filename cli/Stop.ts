import type { LoadError } from '../src/loader/index.ts'
import { exit } from './exit.ts'

/** Ends the program with a message: what is wrong and what to do, in one line, and where it stands under that. */
export class Stop extends Error {
  readonly code: number

  constructor(message: string, code: number = exit.failed) {
    super(message)
    this.code = code
  }
}

/** For a call that the program does not know. */
export const misuse = (message: string): Stop => new Stop(message, exit.usage)

const nothingSent: ReadonlySet<string> = new Set(['InvalidPath', 'InvalidQuery', 'InvalidClient'])

const sentence = (error: LoadError): string => {
  if (error._tag === 'NoCredentials')
    return `${error.message.replace('pass apiKey, set', 'set')} With --sandbox no key is needed.`
  return error._tag === 'InvalidPath' && error.path === ''
    ? 'No project is given: add --project entity/project, or --sandbox to try it without an account.'
    : error.message
}

/** For a load that gave nothing. */
export const notLoaded = (error: LoadError): Stop =>
  new Stop(sentence(error), nothingSent.has(error._tag) ? exit.usage : exit.failed)
