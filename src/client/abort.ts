/** A timer longer than this fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1

export const startTimer = (onTime: () => void, milliseconds: number): ReturnType<typeof setTimeout> =>
  setTimeout(onTime, Math.min(milliseconds, LONGEST_TIMER))

/** Waits until the time is over or the signal aborts. */
export const abortableSleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) {
      resolve()
      return
    }
    const done = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = startTimer(done, milliseconds)
    signal?.addEventListener('abort', done)
  })

/** A controller that aborts with the signal, and a function that detaches it. */
export const linkedController = (
  signal: AbortSignal | undefined,
): { readonly controller: AbortController; readonly release: () => void } => {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  if (signal?.aborted) controller.abort()
  signal?.addEventListener('abort', abort)
  return { controller, release: () => signal?.removeEventListener('abort', abort) }
}

/** Settles with the work, or rejects when the signal aborts, even if the work ignores the signal. */
export const raceAbort = <A>(work: Promise<A>, signal: AbortSignal): Promise<A> =>
  new Promise((resolve, reject) => {
    const abort = (): void => reject(new Error('aborted'))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })

/** Waits with a custom `sleep`, which may ignore the signal or reject when it aborts. */
export const sleepUnlessAborted = async (
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> => {
  try {
    const slept = sleep(milliseconds, signal)
    await (signal === undefined ? slept : raceAbort(slept, signal))
  } catch {
    // Callers re-check the signal.
  }
}
