import fc from 'fast-check'
import type { Column, Filter, Operand, Order } from 'wandb-run-ops/query'
import { and, asc, column, desc, everything, not, nothing, or, orderBy } from 'wandb-run-ops/query'
import type { Run, RunFields } from 'wandb-run-ops/types'
import { date } from './date.ts'
import { run } from './run.ts'

/** Few names, so that columns and runs meet: plain, hostile to paths, to prototypes, to JSON and to SQL. */
export const queryKey: fc.Arbitrary<string> = fc.constantFrom(
  ...[
    'lr',
    'loss',
    'val/loss',
    'a',
    'b',
    'a.b',
    '',
    '0',
    '1',
    '-1',
    '01',
    'value',
    '__proto__',
    'constructor',
    'length',
  ],
  ...["it's", 'say "so"', '$where', '$', 'back\\slash', '~1', '*', '🚀', 'ü', '%', ';--', 'a b', '[0]', 'NaN'],
)

/** Text that every engine can hold: no half of a surrogate pair, and no NUL. */
export const queryText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', 'a', 'A', 'ab', 'b', '0', '1', 'true', 'null', 'NaN', 'Infinity', "'", '"', '\\', '%', '_'),
  fc.constantFrom('finished', 'running', 'best', '🚀', '\ue000', '\uffff', 'é', 'e\u0301', '\n', '\u2028', 'ſ', 'K'),
  fc.string({ unit: 'binary', maxLength: 4 }).map((text) => text.replace(/\p{Surrogate}|\0/gu, '')),
)

const finite: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 1, 2, -1, 0.1, 1e21, 2 ** 53, -0.5, 5e-324, 1.7976931348623157e308),
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
)

const queryNumber: fc.Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: finite },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY) },
)

const leaf = fc.oneof(fc.constant(null), fc.boolean(), queryNumber, queryText)

const dictOf = (value: fc.Arbitrary<unknown>, maxLength: number): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc
    .uniqueArray(fc.tuple(queryKey, value), { selector: ([key]) => key, maxLength })
    .map((entries) => Object.fromEntries(entries))

/** What a config or a summary may hold: values of all types, lists and dicts. */
export const queryValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: leaf },
  { weight: 2, arbitrary: fc.array(fc.oneof(leaf, fc.array(leaf, { maxLength: 2 })), { maxLength: 3 }) },
  { weight: 2, arbitrary: dictOf(fc.oneof(leaf, fc.array(leaf, { maxLength: 2 }), dictOf(leaf, 2)), 3) },
)

const optional = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.option(arbitrary, { nil: undefined })

/** A summary has no text that its codec takes for a number. */
const isSpelledNumber = (value: unknown): boolean =>
  typeof value === 'string' ? /^(NaN|-?Infinity)$/.test(value) : Object.values(value ?? {}).some(isSpelledNumber)

const queryDict = dictOf(queryValue, 6)

/** A run whose columns have values that filters of {@link filter} meet; all fields as any run has them. */
export const queriedRun: fc.Arbitrary<RunFields> = fc
  .tuple(
    run,
    fc.record(
      {
        displayName: optional(queryText),
        state: optional(fc.constantFrom('finished', 'running', 'crashed', 'a')),
        createdAt: date,
        heartbeatAt: optional(date),
        tags: fc.array(queryText, { maxLength: 3 }),
        group: optional(queryText),
        jobType: optional(queryText),
        sweepName: optional(queryText),
        notes: optional(queryText),
        description: optional(queryText),
        commit: optional(queryText),
        host: optional(queryText),
        user: fc.constantFrom('', 'ada', 'grace').map((username) => ({ id: undefined, username, name: undefined })),
        historyLineCount: optional(fc.nat(5)),
        computeSeconds: optional(fc.nat(5)),
        entity: fc.constant('team'),
        project: fc.constant('vision'),
        config: queryDict.filter((dict) => !Object.hasOwn(dict, '_wandb')),
        summary: queryDict.filter((dict) => !isSpelledNumber(dict)),
        systemMetrics: queryDict.filter((dict) => !isSpelledNumber(dict)),
      },
      { noNullPrototype: true },
    ),
  )
  .map(([fields, some]) => ({ ...fields, ...some }))

const path: fc.Arbitrary<[string, ...string[]]> = fc
  .tuple(
    queryKey,
    fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(queryKey, { minLength: 1, maxLength: 2 })),
  )
  .map(([key, keys]) => [key, ...keys])

const fields = [
  ...[column.state, column.group, column.jobType, column.sweepName, column.user, column.name, column.displayName],
  ...[
    column.notes,
    column.description,
    column.commit,
    column.host,
    column.id,
    column.entity,
    column.project,
    column.tags,
  ],
] as const

/** A column of text, of a number, of a moment, or of anything. */
export const textColumn: fc.Arbitrary<Column<unknown, Run>> = fc.constantFrom<Column<unknown, Run>>(...fields)
export const countColumn: fc.Arbitrary<Column<unknown, Run>> = fc.constantFrom<Column<unknown, Run>>(
  column.historyLineCount,
  column.computeSeconds,
  column.runtime,
)
export const timeColumn: fc.Arbitrary<Column<Date | undefined, Run>> = fc.constantFrom<Column<Date | undefined, Run>>(
  column.createdAt,
  column.heartbeatAt,
)
export const dictColumn: fc.Arbitrary<Column<unknown, Run>> = fc.oneof(
  path.map((keys) => column.config(...keys)),
  path.map((keys) => column.summary(...keys)),
)

/** Any column that a run without history has. */
export const anyColumn: fc.Arbitrary<Column<unknown, Run>> = fc.oneof(
  { weight: 6, arbitrary: dictColumn },
  { weight: 2, arbitrary: textColumn },
  { weight: 1, arbitrary: countColumn },
  { weight: 1, arbitrary: timeColumn },
)

const scalar: fc.Arbitrary<Operand> = fc.oneof(fc.constant(null), fc.boolean(), finite, queryText)
const ordered: fc.Arbitrary<Operand> = fc.oneof(fc.boolean(), finite, queryText)
const moment: fc.Arbitrary<Operand> = date.map((day) => day.toISOString())

const comparisonOf = (
  columns: fc.Arbitrary<Column<unknown, Run>>,
  operand: fc.Arbitrary<Operand>,
  orderedOperand: fc.Arbitrary<Operand>,
): fc.Arbitrary<Filter<Run>> =>
  fc.oneof(
    fc.record({ _tag: fc.constant('Eq' as const), column: columns, value: operand }),
    fc.record({
      _tag: fc.constantFrom('Gt' as const, 'Gte' as const, 'Lt' as const, 'Lte' as const),
      column: columns,
      value: orderedOperand,
    }),
    fc.record({ _tag: fc.constant('In' as const), column: columns, values: fc.array(operand, { maxLength: 3 }) }),
    fc.record({ _tag: fc.constant('Exists' as const), column: columns }),
    fc.record({ _tag: fc.constant('Contains' as const), column: columns, text: queryText }),
  )

const pattern = fc.constantFrom(
  ...['a', '^a', 'b$', '^$', '.', '^.$', '[ab]+', '\\.', '\\d', '\\s', 'a|b', '(?:ab)?$', 'é', '🚀', '\\\\', "'"],
)

const patternMatch: fc.Arbitrary<Filter<Run>> = fc.record({
  _tag: fc.constant('Matches' as const),
  column: fc.oneof(dictColumn, textColumn),
  pattern: fc.record({ source: pattern, flags: fc.constantFrom('', 'i', 's') }),
})

/** A filter without parts. */
export const simpleFilter: fc.Arbitrary<Filter<Run>> = fc.oneof(
  { weight: 6, arbitrary: comparisonOf(dictColumn, scalar, ordered) },
  { weight: 2, arbitrary: comparisonOf(textColumn, fc.oneof(queryText, fc.constant(null)), queryText) },
  { weight: 1, arbitrary: comparisonOf(countColumn, fc.oneof(finite, fc.constant(null)), finite) },
  { weight: 1, arbitrary: comparisonOf(timeColumn, fc.oneof(moment, fc.constant(null)), moment) },
  { weight: 1, arbitrary: patternMatch },
)

/** Any filter over light fields, config and summary, with scalars to compare with. */
export const filter: fc.Arbitrary<Filter<Run>> = fc.letrec<{ filter: Filter<Run> }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'filter', withCrossShrink: true },
    simpleFilter,
    fc.constantFrom(everything, nothing),
    tie('filter').map((part) => not(part)),
    fc.array(tie('filter'), { maxLength: 3, depthIdentifier: 'filter' }).map((parts) => and(...parts)),
    fc.array(tie('filter'), { maxLength: 3, depthIdentifier: 'filter' }).map((parts) => or(...parts)),
  ),
})).filter

/** An order by up to three columns. */
export const order: fc.Arbitrary<Order<Run>> = fc
  .array(
    fc.tuple(anyColumn, fc.boolean()).map(([by, up]) => (up ? asc(by) : desc(by))),
    { maxLength: 3 },
  )
  .map((orders) => orderBy(...orders))
