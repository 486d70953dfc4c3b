import { Presets, SingleBar } from 'cli-progress'
import type { Streams } from './Streams.ts'

/** Shows the progress of a load. */
export interface ProgressBar {
  readonly update: (loaded: number, total: number | undefined) => void
  readonly stop: () => void
}

/** Creates a progress bar on stderr; without a terminal it shows nothing. */
export const progressBar = ({ stderr }: Streams, noun: string): ProgressBar => {
  if (!stderr.isTTY) return { update: () => {}, stop: () => {} }
  const format = `Loading ${noun} [{bar}] {value} of {total}`
  const bar = new SingleBar({ format, stream: stderr, clearOnComplete: true }, Presets.legacy)
  let started = false
  const stop = (): void => {
    if (started) bar.stop()
    started = false
  }
  // The bar turns line wrapping off in the terminal; Ctrl-C must turn it on again.
  process.once('exit', stop)
  return {
    update: (loaded, total) => {
      if (!started) bar.start(total ?? loaded, 0)
      started = true
      bar.setTotal(Math.max(total ?? loaded, loaded))
      bar.update(loaded)
    },
    stop,
  }
}
