/** A program in the documentation. */
export interface Example {
  /** The path of the file from the root of the repository. */
  readonly file: string
  /** The line number of the first line of code, from 1. */
  readonly line: number
  readonly code: string
  /** A program in JavaScript can be pasted into a file that Node.js runs as it is. */
  readonly language: 'js' | 'ts'
  /** False for a program that is not run, for example because it needs a network. */
  readonly runs: boolean
  /** False for JavaScript that TypeScript would refuse, or that imports what is not installed here. */
  readonly typed: boolean
  /** True for a cell of a notebook, whose names may be those of other cells: only its syntax is checked. */
  readonly cell: boolean
}

/** A problem in the documentation. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly message: string
}
