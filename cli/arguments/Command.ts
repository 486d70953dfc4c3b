import type { Streams } from '../output/Streams.ts'

/** An option of a command. */
export interface Option {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  /** Whether the option may be repeated. */
  readonly repeatable?: boolean
  /** The placeholder for its value in the help. */
  readonly value?: string
  /** All values that it may have; any by default. */
  readonly choices?: ReadonlyArray<string>
  readonly help: string
}

/** The options of a command by name. Every command has `--help` as well. */
export type Options = Readonly<Record<string, Option>>

/** The parsed arguments of a command. */
export interface Args {
  readonly positionals: ReadonlyArray<string>
  readonly has: (name: string) => boolean
  readonly value: (name: string) => string | undefined
  readonly values: (name: string) => ReadonlyArray<string>
}

/** The groups of commands, in the order of the help. */
export const commandGroups = ['Runs', 'Projects, sweeps and artifacts', 'Files', 'Terminal'] as const

/** A subcommand of the program. Parser, help, completion and the check of the guide read it. */
export interface Command {
  readonly name: string
  readonly group: (typeof commandGroups)[number]
  /** One line for the list of commands. */
  readonly summary: string
  /** The arguments after the name, as shown in the help. */
  readonly usage: string
  /** Words that may follow the name, for completion. */
  readonly words?: ReadonlyArray<string>
  readonly options: Options
  readonly examples: ReadonlyArray<string>
  /** Runs the command and returns the exit code. */
  readonly run: (args: Args, streams: Streams) => Promise<number>
}
