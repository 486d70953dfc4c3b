/** A program in the documentation. */
export interface Example {
  /** The file it stands in, from the root of the repository. */
  readonly file: string
  /** The line of its first line of code, from 1. */
  readonly line: number
  readonly code: string
  /** False for a program that is only type-checked: it needs what a test has not, such as a network. */
  readonly runs: boolean
}

/** Something about the documentation that must be put right. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly says: string
}
