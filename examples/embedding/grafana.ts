import { type Operation, operations } from 'wandb-run-ops/ops'

const createdAt = new Date('2026-11-20T10:00:00Z')
const runs = [
  { id: 'a1', displayName: 'warm-fox', jobType: 'train', createdAt, computeSeconds: 90 },
  { id: 'b2', displayName: undefined, jobType: undefined, createdAt, computeSeconds: Number.NaN },
]

// A column for each operation that asks nothing else of these runs, and whose answer a frame can hold.
const types: Readonly<Record<string, string>> = { string: 'string', number: 'number', boolean: 'boolean', date: 'time' }
const typeOf = ({ returns }: Operation): string | undefined => types[returns.type.replace(/^maybe<(.*)>$/, '$1')]
const columns = operations
  .filter(({ receiver, parameters }) => receiver === 'run' && parameters.length === 1)
  .filter((operation) => typeOf(operation) && operation.needs.every((field) => runs.every((run) => field in run)))
const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value)
const values = columns.map(({ call }) => runs.map((run) => plain(call(run as never))))
const fields = columns.map((operation) => ({ name: operation.name, type: typeOf(operation) }))
// JSON has no non-finite numbers: a frame lists their row indices next to the values.
const rowsOf = (number: number, column: ReadonlyArray<unknown>): ReadonlyArray<number> =>
  [...column.keys()].filter((row) => Object.is(column[row], number))
const entities = values.map((column) => ({
  NaN: rowsOf(Number.NaN, column),
  Inf: rowsOf(Number.POSITIVE_INFINITY, column),
  NegInf: rowsOf(Number.NEGATIVE_INFINITY, column),
}))

console.log(JSON.stringify({ schema: { name: 'runs', fields }, data: { values, entities } }))
