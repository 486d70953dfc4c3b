import type { Line, RunLine } from '../../../sandbox/index.ts'

/** The path of the project: `entity/project`. */
export const SYNTHETIC_PROJECT = 'synthetic/epochs'

const [entity = '', project = ''] = SYNTHETIC_PROJECT.split('/')
const START = Date.UTC(2026, 0, 5, 8)
const ROWS = 30

/** The best learning rate of each optimizer, as a power of ten. */
const OPTIMIZERS = { adam: -3, adamw: -2.8, lion: -3.7, sgd: -1.3 } as const
const NAMES = Object.keys(OPTIMIZERS) as ReadonlyArray<keyof typeof OPTIMIZERS>
const EPOCHS = [5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120] as const
const COLOURS = ['amber', 'azure', 'coral', 'ivory', 'jade', 'olive', 'plum', 'rose', 'slate', 'umber'] as const
const PLACES = ['bay', 'brook', 'cliff', 'dune', 'field', 'grove', 'hill', 'lake', 'marsh', 'ridge'] as const

/** A seeded random number generator. */
const random = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const folded = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return ((folded ^ (folded >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

const pick = <A>(items: ReadonlyArray<A>, at: number): A => items[Math.floor(at * items.length)] as A
const short = (value: number): number => Number(value.toPrecision(5))
const time = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19)

const historyKeys = (names: ReadonlyArray<string>): RunLine['historyKeys'] => ({
  lastStep: ROWS - 1,
  keys: Object.fromEntries(
    names.map((name) => [
      name,
      { typeCounts: [{ type: 'number', count: ROWS }], monotonic: name.startsWith('_'), previousValue: 0 },
    ]),
  ),
})

const makeRun = (index: number): RunLine => {
  const next = random(index + 1)
  for (let warm = 0; warm < 4; warm += 1) next()
  const optimizer = pick(NAMES, next())
  const epochs = EPOCHS[index % EPOCHS.length] as number
  const power = -4.5 + 4 * next()
  const distance = power - OPTIMIZERS[optimizer]
  const learned = Math.exp(-0.22 * distance * distance) * (1 - 0.45 * Math.exp(-epochs / 18))
  const acc = 0.1 + 0.87 * learned * (1 - 0.06 * next())
  const luck = next()
  const state = luck < 0.9 ? 'finished' : luck < 0.95 ? 'crashed' : luck < 0.98 ? 'failed' : 'running'
  const created = START + index * 11 * 60_000
  const seconds = Math.round(40 * epochs * (0.8 + 0.4 * next()))
  const history = Array.from({ length: ROWS }, (_, step) => {
    const reached = 1 - Math.exp((-4 * (step + 1)) / ROWS)
    const row = {
      _step: step,
      _runtime: short((seconds * step) / ROWS),
      _timestamp: created / 1000 + (seconds * step) / ROWS,
      acc: short(0.1 + (acc - 0.1) * reached + 0.01 * (next() - 0.5)),
      loss: short(2.3 - (2.3 - 2.2 * (1 - acc)) * reached + 0.02 * next()),
    }
    return JSON.stringify(row)
  })
  const config = {
    tpe_epoch: epochs,
    optimizer,
    lr: short(10 ** power),
    batch_size: 2 ** (5 + Math.floor(next() * 4)),
    layers: 2 + Math.floor(next() * 6),
    dropout: short(next() / 2),
  }
  const ended = { acc: short(acc), loss: short(2.2 * (1 - acc) + 0.02 * next()) }
  const metrics = state === 'crashed' || state === 'failed' ? {} : ended
  return {
    kind: 'run',
    id: `p${String(index).padStart(7, '0')}`,
    entity,
    project,
    displayName: `${pick(COLOURS, next())}-${pick(PLACES, next())}-${index + 1}`,
    group: `${optimizer}-search`,
    jobType: 'train',
    state,
    createdAt: time(created),
    heartbeatAt: time(created + seconds * 1000),
    tags: acc > 0.94 ? ['candidate'] : [],
    notes: null,
    description: null,
    sweepName: null,
    commit: null,
    user: 'synthetic-user',
    host: `node-${index % 6}`,
    exitcode: state === 'finished' ? 0 : state === 'running' ? null : 1,
    computeSeconds: seconds,
    config: JSON.stringify(Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }]))),
    summaryMetrics: JSON.stringify({ _step: ROWS - 1, _runtime: seconds, ...metrics }),
    systemMetrics: null,
    historyKeys: historyKeys(['_step', '_runtime', '_timestamp', 'acc', 'loss']),
    history,
    events: [],
    logLines: [],
    files: [],
    loggedArtifacts: [],
    usedArtifacts: [],
  }
}

/** A synthetic project in which the accuracy depends on the optimizer, the learning rate and the epochs. */
export const syntheticProject = (runs: number): ReadonlyArray<Line> => [
  { kind: 'user', username: 'synthetic-user', name: 'Synthetic User', email: 'synthetic@example.com' },
  { kind: 'project', entity, name: project, description: null, createdAt: time(START), user: 'synthetic-user' },
  ...Array.from({ length: runs }, (_, index) => makeRun(index)),
]
