/** A program in the documentation. */
export interface Example {
  /** The path of the file from the root of the repository. */
  readonly file: string
  /** The line number of the first line of code, from 1. */
  readonly line: number
  readonly code: string
  /** False for a program that is only type-checked, for example because it needs a network. */
  readonly runs: boolean
}

/** A problem in the documentation. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly message: string
}
