import { loadHistory, makeClient, orThrow } from 'wandb-run-ops/loader'
import { peakKilobytes } from '../../../bench/process/peakMemory.ts'

/** Loads a history in a process of its own, and reports what it found and how much memory the process took at most. */
const [baseUrl = '', apiKey = '', run = ''] = process.argv.slice(2)
const { length, keys, steps, columns } = await orThrow(loadHistory({ run })(makeClient({ baseUrl, apiKey })))
const sums = keys.map((key) => {
  const column = columns[key]
  return column?.type === 'number' ? column.values.reduce((sum, value) => sum + value, 0) : Number.NaN
})
console.log(JSON.stringify({ length, keys, last: steps.at(-1), sums, kilobytes: peakKilobytes() }))
