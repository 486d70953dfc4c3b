/** Waits, and stops waiting at the signal. */
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
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener('abort', done)
  })

/** A controller that is aborted with the signal, and how to let go of the signal. */
export const follow = (
  signal: AbortSignal | undefined,
): { readonly controller: AbortController; readonly release: () => void } => {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  if (signal?.aborted) controller.abort()
  signal?.addEventListener('abort', abort)
  return { controller, release: () => signal?.removeEventListener('abort', abort) }
}
