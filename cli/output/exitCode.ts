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
  /** SIGHUP, when a terminal closes: 128 plus the number of the signal, as in shells. */
  hungUp: 129,
  /** Ctrl-C. */
  interrupted: 130,
  /** Ctrl-\. */
  quit: 131,
  /** SIGTERM. */
  terminated: 143,
} as const
