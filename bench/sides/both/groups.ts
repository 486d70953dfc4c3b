import { lookAtMeans, type Means, meansByOperations } from '../means.ts'
import type { Record } from '../records.ts'
import { serveTogether } from '../together.ts'

const meansByHand = (runs: ReadonlyArray<Record>): Means => {
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

serveTogether([{ name: 'groups', ours: meansByOperations, floor: meansByHand }], lookAtMeans)
