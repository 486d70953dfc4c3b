import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Line, startSandbox } from '../../sandbox/index.ts'
import { bundle } from '../../scripts/cli/bundle.ts'
import { run } from '../sandbox/fixture.ts'
import type { Tally } from './tally.ts'
import { installedPython } from './venv.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const script = fileURLToPath(new URL('./frames.py', import.meta.url))

const readers = ['pandas', 'polars', 'duckdb', 'pyarrow'] as const

type Reader = (typeof readers)[number]

type Answers = Readonly<
  Record<
    Reader,
    { readonly types: Readonly<Record<string, string>>; readonly values: Readonly<Record<string, unknown>> }
  >
>

const BIG = 2 ** 53 - 1

/** The columns of the files: what the runs have, which types the readers see, and which values. */
interface Expected {
  readonly name: string
  readonly values: ReadonlyArray<unknown>
  readonly types: Readonly<Record<Reader, string>>
}

const whole = { pandas: 'int64', polars: 'Int64', duckdb: 'BIGINT', pyarrow: 'int64' }
const text = { pandas: 'str', polars: 'String', duckdb: 'VARCHAR', pyarrow: 'string' }
const time = {
  pandas: 'datetime64[ms, UTC]',
  polars: "Datetime(time_unit='ms', time_zone='UTC')",
  duckdb: 'TIMESTAMP WITH TIME ZONE',
  pyarrow: 'timestamp[ms, tz=UTC]',
}
const number = { pandas: 'float64', polars: 'Float64', duckdb: 'DOUBLE', pyarrow: 'double' }
const list = (polars: string, duckdb: string, pyarrow: string) => ({ pandas: 'object', polars, duckdb, pyarrow })

/** In JSON that is told from other text, each reader has a type of its own. */
const json = {
  parquet: text,
  arrow: {
    pandas: 'object',
    polars: "Extension('arrow.json', String, '')",
    duckdb: 'JSON',
    pyarrow: 'extension<arrow.json>',
  },
}

const columnsOf = (format: 'arrow' | 'parquet'): ReadonlyArray<Expected> => {
  const item = format === 'arrow' ? 'item' : 'element'
  const texts = list('List(String)', 'VARCHAR[]', `list<${item}: string>`)
  return [
    { name: 'id', values: ['r0', 'r1', 'r2'], types: text },
    {
      name: 'createdAt',
      values: ['2026-03-01T10:00:00Z', '2026-03-01T10:01:00Z', '2026-03-01T10:02:00Z'],
      types: time,
    },
    { name: 'tags', values: [['a', 'b'], [], ['c']], types: texts },
    { name: 'config.seed', values: [1, -2, 3], types: whole },
    { name: 'config.wide', values: [BIG, -BIG, 0], types: whole },
    // pandas has no integer that can be missing.
    { name: 'config.epochs', values: [10, null, 30], types: { ...whole, pandas: 'float64' } },
    { name: 'config.lr', values: [0.1, 1, 'NaN'], types: number },
    {
      name: 'config.flag',
      values: [true, false, true],
      types: { pandas: 'bool', polars: 'Boolean', duckdb: 'BOOLEAN', pyarrow: 'bool' },
    },
    { name: 'config.note', values: ['a', '', null], types: text },
    { name: 'config.names', values: [['x', 'y'], [], ['z', null]], types: texts },
    {
      name: 'config.sizes',
      values: [[[1], []], null, [[2, 3]]],
      types: list('List(List(Int64))', 'BIGINT[][]', `list<${item}: list<${item}: int64>>`),
    },
    { name: 'config.mixed', values: ['1', '"two"', '{"n":3}'], types: json[format] },
    { name: 'config.never', values: [null, null, null], types: number },
  ]
}

const configs = [
  { seed: 1, wide: BIG, epochs: 10, lr: 0.1, flag: true, note: 'a', names: ['x', 'y'], sizes: [[1], []], mixed: 1 },
  { seed: -2, wide: -BIG, epochs: null, lr: 1, flag: false, note: '', names: [], sizes: null, mixed: 'two' },
  {
    seed: 3,
    wide: 0,
    epochs: 30,
    lr: Number.NaN,
    flag: true,
    note: null,
    names: ['z', null],
    sizes: [[2, 3]],
    mixed: { n: 3 },
  },
]

const logged = { typeCounts: [{ type: 'number', count: 2 }], monotonic: true, previousValue: 5 }

const records: ReadonlyArray<Line> = configs.map((config, at) =>
  run(`r${at}`, {
    createdAt: `2026-03-01T10:0${at}:00`,
    tags: [['a', 'b'], [], ['c']][at] ?? [],
    config: JSON.stringify(Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }]))).replace(
      '"lr":{"value":null}',
      '"lr":{"value":NaN}',
    ),
    history: [0, 5].map((step) => JSON.stringify({ _step: step, _runtime: 0.5, loss: step / 10, epoch: step })),
    historyKeys: { keys: { loss: logged, epoch: logged }, lastStep: 5 },
  }),
)

/** pandas cannot tell a missing value of a column of numbers from NaN. */
const asRead = (reader: Reader, values: ReadonlyArray<unknown>, type: string): ReadonlyArray<unknown> =>
  reader === 'pandas' ? values.map((value) => (value === null && type === 'float64' ? 'NaN' : value)) : values

const missingTexts = (values: unknown): unknown =>
  Array.isArray(values) ? values.map((value) => (value === 'NaN' ? null : value)) : values

const compare = (tally: Tally, format: string, columns: ReadonlyArray<Expected>, answers: Answers): void => {
  for (const reader of readers)
    for (const { name, values, types } of columns) {
      const { types: found, values: read } = answers[reader]
      tally.same(`${reader} reads the type of ${name} in ${format}`, types[reader], found[name])
      const own = types[reader] === 'str' || types[reader] === 'object' ? missingTexts(read[name]) : read[name]
      tally.same(`${reader} reads the values of ${name} in ${format}`, asRead(reader, values, types[reader]), own)
    }
}

/** Exports runs and histories, and reads the files with what people read them with. */
export const exportedFrames = async (tally: Tally): Promise<void> => {
  const python = installedPython('frames')
  const folder = mkdtempSync(join(tmpdir(), 'referee-frames-'))
  const sandbox = await startSandbox({ records })
  const execute = promisify(execFile)
  const names = columnsOf('arrow').map(({ name }) => name)
  const env = { ...process.env, WANDB_BASE_URL: sandbox.url, WANDB_API_KEY: sandbox.apiKey, HOME: folder }
  const exported = async (file: string, ...args: ReadonlyArray<string>): Promise<Answers> => {
    const path = join(folder, file)
    const given = ['export', ...args, '--project', 'team/vision', '--order', 'createdAt', '--output', path]
    await execute(process.execPath, [join(folder, 'cli/main.js'), ...given], { env, cwd: folder })
    return JSON.parse((await execute(python, [script, path])).stdout) as Answers
  }
  try {
    await bundle(root, join(folder, 'cli'))
    for (const format of ['parquet', 'arrow'] as const)
      compare(tally, format, columnsOf(format), await exported(`runs.${format}`, 'runs', '--columns', names.join(',')))
    const history = [
      { name: '_run', values: ['r0', 'r0', 'r1', 'r1', 'r2', 'r2'], types: text },
      { name: '_step', values: [0, 5, 0, 5, 0, 5], types: whole },
      { name: 'epoch', values: [0, 5, 0, 5, 0, 5], types: whole },
      { name: 'loss', values: [0, 0.5, 0, 0.5, 0, 0.5], types: number },
    ]
    for (const format of ['parquet', 'arrow'])
      compare(tally, `histories in ${format}`, history, await exported(`history.${format}`, 'history'))
  } finally {
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
