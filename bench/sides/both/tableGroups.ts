import type { RunTable } from 'wandb-run-ops/query'
import { serveOver } from '../inProcess.ts'
import { type Means, makeTable, meansByRelation, totalsOfMeans } from '../means.ts'

/** A loop over the arrays of the columns, all of which have a value in each row. */
const meansByLoop = ({ length, columns }: RunTable): Means => {
  const { use_amp: amp, optimizer, loss } = columns
  if (amp?.type !== 'boolean' || optimizer?.type !== 'text' || loss?.type !== 'number')
    throw new Error('The columns of the table have other types.')
  const bits = amp.values
  const losses = loss.values
  const { indices, dictionary } = optimizer
  const sums = new Float64Array(dictionary.length)
  const counts = new Float64Array(dictionary.length)
  for (let row = 0; row < length; row += 1) {
    const number = losses[row] as number
    if ((((bits[row >>> 3] as number) >>> (row & 7)) & 1) === 0 || !(number < 0.9)) continue
    const group = indices[row] as number
    sums[group] = (sums[group] as number) + number
    counts[group] = (counts[group] as number) + 1
  }
  return dictionary.map((key, group) => [key, (sums[group] as number) / (counts[group] as number)])
}

serveOver(makeTable, [{ name: 'groups', ours: meansByRelation, floor: meansByLoop }], totalsOfMeans)
