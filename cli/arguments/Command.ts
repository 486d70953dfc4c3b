import type { Streams } from '../output/Streams.ts'

/** An option that a command takes. */
export interface Option {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  /** Whether it may be given more than once. */
  readonly multiple?: boolean
  /** What stands for its value in the help. */
  readonly value?: string
  readonly help: string
}

/** The options of a command by name. */
export type Options = Readonly<Record<string, Option>>

/** What was given to a command. */
export interface Given {
  readonly positionals: ReadonlyArray<string>
  readonly has: (name: string) => boolean
  readonly text: (name: string) => string | undefined
  readonly texts: (name: string) => ReadonlyArray<string>
}

/** One of the things that the program can be asked to do. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** What comes behind the name, as the help shows it. */
  readonly usage: string
  readonly options: Options
  readonly examples: ReadonlyArray<string>
  /** What it does; gives the exit code. */
  readonly run: (given: Given, streams: Streams) => Promise<number>
}
