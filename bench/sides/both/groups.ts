import { serveInProcess } from '../inProcess.ts'
import { type Means, meansByRelation, totalsOfMeans } from '../means.ts'
import type { LoadedRun } from '../records.ts'

const meansByLoop = (runs: ReadonlyArray<LoadedRun>): Means => {
  const sums = new Map<unknown, { sum: number; count: number }>()
  for (const { config, summary } of runs) {
    if (config['use_amp'] !== true || !(summary['loss'] < 0.9)) continue
    const key: unknown = config['optimizer']
    let group = sums.get(key)
    if (group === undefined) {
      group = { sum: 0, count: 0 }
      sums.set(key, group)
    }
    group.sum += summary['loss']
    group.count += 1
  }
  return [...sums].map(([key, { sum, count }]) => [key, sum / count])
}

serveInProcess([{ name: 'groups', ours: meansByRelation, floor: meansByLoop }], totalsOfMeans)
