/** What the program's exit codes mean. */
export const exit = {
  /** The answer is whole. */
  ok: 0,
  /** There is no answer. */
  failed: 1,
  /** The program was called in a way that it does not know; nothing was sent. */
  usage: 2,
  /** There is an answer, but something that belongs to it could not be read. */
  incomplete: 3,
  /** Ctrl-C, as shells have it: 128 and the number of the signal. */
  interrupted: 130,
  /** SIGTERM. */
  terminated: 143,
} as const
