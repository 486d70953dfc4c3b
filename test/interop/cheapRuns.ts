import { Run } from 'wandb-run-ops/types'

const node = {
  id: 'UnVuOjE=',
  name: 'a1',
  project: { entityName: 'team', name: 'vision' },
  createdAt: '2026-11-21T10:00:00',
}

const optimizers = ['adam', 'sgd', 'lion'] as const

/** Losses in a mixed order, some of them missing, NaN or of another type. */
const summaryOf = (place: number): Readonly<Record<string, unknown>> => {
  const loss = ((place * 7919) % 10_007) / 10_007
  if (place % 97 === 0) return {}
  return { loss: place % 89 === 0 ? Number.NaN : place % 83 === 0 ? String(loss) : loss }
}

/** Many small runs: 600 numbers and one string of `tpe_epoch`, three optimizers, a loss. */
export const cheapRuns = (count: number): ReadonlyArray<Run> => {
  const decoded = Run.decode(node)
  if (decoded._tag === 'Left') return []
  const run = decoded.right
  return Array.from({ length: count }, (_, place) => ({
    ...run,
    id: `run${place}` as Run['id'],
    storageId: `storage${place}` as Run['storageId'],
    config: {
      tpe_epoch: place % 601 === 600 ? '1' : place % 601,
      optimizer: optimizers[Math.floor(place / 601) % 3],
    },
    summary: summaryOf(place),
  }))
}
