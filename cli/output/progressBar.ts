import { Presets, SingleBar } from 'cli-progress'
import type { Streams } from './Streams.ts'

/** Follows a load. */
export interface ProgressBar {
  readonly follow: (loaded: number, total: number | undefined) => void
  readonly stop: () => void
}

/** A bar on stderr; nothing where that is no terminal. */
export const progressBar = ({ stderr }: Streams, what: string): ProgressBar => {
  if (!stderr.isTTY) return { follow: () => {}, stop: () => {} }
  const format = `Loading ${what} [{bar}] {value} of {total}`
  const bar = new SingleBar({ format, stream: stderr, clearOnComplete: true }, Presets.legacy)
  let started = false
  const stop = (): void => {
    if (started) bar.stop()
    started = false
  }
  // The bar switches the terminal's wrapping of lines off, which Ctrl-C must not leave so.
  process.once('exit', stop)
  return {
    follow: (loaded, total) => {
      if (!started) bar.start(total ?? loaded, 0)
      started = true
      bar.setTotal(Math.max(total ?? loaded, loaded))
      bar.update(loaded)
    },
    stop,
  }
}
