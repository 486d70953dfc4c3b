import { Presets, SingleBar } from 'cli-progress'
import CliTable from 'cli-table3'
import type { Progress } from 'wandb-run-ops'
import type { Table } from './report.ts'

/** Formats a table with its title. */
export const tableText = ({ title, head, rows }: Table): string => {
  const table = new CliTable({ head: [...head], style: { head: [], border: [] } })
  for (const row of rows) table.push([...row])
  return `${title}\n${rows.length === 0 ? 'none' : table.toString()}\n`
}

/** Creates a progress bar for a load on stderr; it shows nothing without a terminal. */
export const progressBar = (): { readonly follow: (progress: Progress) => void; readonly stop: () => void } => {
  const bar = new SingleBar(
    { format: 'Loading runs [{bar}] {value} of {total}', stream: process.stderr },
    Presets.legacy,
  )
  let started = false
  return {
    follow: ({ phase, loaded, total }) => {
      if (phase !== 'runs') return
      if (!started) bar.start(total ?? loaded, 0)
      started = true
      bar.setTotal(total ?? loaded)
      bar.update(loaded)
    },
    stop: () => {
      if (started) bar.stop()
    },
  }
}
