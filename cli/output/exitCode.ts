/** The exit codes of the program. */
export const exitCode = {
  /** The result is complete. */
  ok: 0,
  /** There is no result. */
  failed: 1,
  /** The command line is invalid; nothing was sent. */
  usage: 2,
  /** There is a result, but some runs or rows could not be read. */
  incomplete: 3,
  /** Ctrl-C: 128 plus the number of the signal, as in shells. */
  interrupted: 130,
  /** SIGTERM. */
  terminated: 143,
} as const
