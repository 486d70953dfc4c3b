import fc from 'fast-check'
import { plannedExpression } from './plannedExpression.ts'

const key = fc
  .constantFrom('lr', 'loss', 'a', 'b', '__proto__', 'length', '0', 'a.b', 'val/loss')
  .map((name) => JSON.stringify(name))

const entry = fc
  .tuple(fc.constantFrom('config', 'summary', 'systemMetrics'), key)
  .map(([dict, name]) => `${dict}[${name}]`)

const field = fc.constantFrom(
  ...['name', 'state', 'group', 'jobType', 'createdAt', 'heartbeatAt', 'runtime', 'computeSeconds', 'readOnly', 'id'],
  ...[
    'displayName',
    'sweepName',
    'notes',
    'host',
    'historyLineCount',
    'project',
    'user.username',
    'tags',
    'createdAt.day',
    'createdAt.month("Europe/Berlin")',
    'createdAt.hour("UTC")',
    'createdAt.week',
    'heartbeatAt.day',
  ],
)

/** What is read of a run, after its dot. */
const read = fc.oneof({ weight: 5, arbitrary: entry }, { weight: 2, arbitrary: field })

const constant = fc.constantFrom(
  ...['0', '1', '2', '-1', '0.1', '-0', 'null', 'true', 'false', '""', '"a"', '"finished"'],
  ...['Date("2026-01-01")', 'Date("no")'],
)

const comparison = fc.constantFrom('==', '!=', '<', '<=', '>', '>=')

const atom = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(read, comparison, constant).map(([one, sign, two]) => `row.${one} ${sign} ${two}`) },
  { weight: 2, arbitrary: fc.tuple(constant, comparison, read).map(([one, sign, two]) => `${one} ${sign} row.${two}`) },
  { weight: 1, arbitrary: read.map((one) => `row.${one}`) },
  { weight: 1, arbitrary: read.map((one) => `row.${one}.isNone`) },
  { weight: 1, arbitrary: fc.tuple(read, constant).map(([one, two]) => `row.${one}.contains(${two})`) },
  {
    weight: 1,
    arbitrary: fc.tuple(constant, constant, read).map(([one, two, three]) => `[${one}, ${two}].contains(row.${three})`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('row.isFinished', 'row.hasEnded', 'row.hasTag("a")', 'row.tags.contains("a")', 'true'),
  },
  { weight: 1, arbitrary: fc.tuple(read, read).map(([one, two]) => `row.${one} == row.${two}`) },
)

const condition = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: atom },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
        .map(([one, operator, other]) => `(${one}) ${operator} (${other})`),
    },
    { weight: 1, arbitrary: tie('condition').map((one) => `!(${one})`) },
  ),
})).condition

const direction = fc.constantFrom('', ', "desc"', ', "asc"', ', ["desc"]', ', ["asc", "desc"]')

const step = fc.oneof(
  { weight: 4, arbitrary: condition.map((one) => `.filter((row) => ${one})`) },
  { weight: 1, arbitrary: fc.tuple(read, direction).map(([one, way]) => `.sort((row) => row.${one}${way})`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(read, read, direction)
      .map(([one, two, way]) => `.sort((row) => [row.${one}, row.${two}]${way})`),
  },
)

const limit = fc.constantFrom('', '', '', '.limit(2)', '.limit(0)', '.limit(1.5)')

const selection = fc
  .tuple(fc.array(step, { maxLength: 3 }), limit)
  .map(([steps, last]) => `runs${steps.join('')}${last}`)

const groupKey = fc.oneof(
  { weight: 3, arbitrary: read.map((one) => `row.${one}`) },
  { weight: 1, arbitrary: fc.tuple(read, read).map(([one, two]) => `[row.${one}, row.${two}]`) },
  { weight: 1, arbitrary: fc.tuple(read, read).map(([one, two]) => `{ x: row.${one}, "a b": row.${two} }`) },
)

const aggregate = fc.constantFrom('avg', 'sum', 'min', 'max', 'stddev', 'count', 'argmin', 'unique', 'unique.count')

const ofGroup = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(read, aggregate).map(([one, name]) => `row.${one}.${name}`) },
  { weight: 2, arbitrary: fc.constantFrom('row.count', 'row.groupkey', 'index', 'row[0].name') },
  { weight: 1, arbitrary: fc.tuple(read, aggregate).map(([one, name]) => `row.${one}.${name} * 2 > 1`) },
)

const groupBody = fc.oneof(
  ofGroup,
  fc.array(ofGroup, { maxLength: 3 }).map((parts) => `[${parts.join(', ')}]`),
  fc.tuple(ofGroup, ofGroup).map(([one, two]) => `{ one: ${one}, two: ${two} }`),
)

const afterGroups = fc.constantFrom(
  '',
  '',
  '.groupkey',
  '.sort((row) => row[0], "desc")',
  '.limit(1)',
  '["one"]',
  '[0]',
  '.unique',
  '.run',
)

const question = fc.oneof(
  { weight: 1, arbitrary: selection },
  { weight: 1, arbitrary: selection.map((runs) => `${runs}.count`) },
  { weight: 3, arbitrary: fc.tuple(selection, read, aggregate).map(([runs, one, name]) => `${runs}.${one}.${name}`) },
  { weight: 2, arbitrary: fc.tuple(selection, read).map(([runs, one]) => `${runs}.map((row) => row.${one})`) },
  { weight: 2, arbitrary: fc.tuple(selection, read).map(([runs, one]) => `${runs}.${one}`) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(selection, groupKey, groupBody, afterGroups)
      .map(([runs, one, body, last]) => `${runs}.groupby((row) => ${one}).map((row, index) => ${body})${last}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        selection,
        groupKey,
        fc.oneof(
          fc.constantFrom('count', 'groupkey'),
          fc.tuple(read, aggregate).map((parts) => parts.join('.')),
        ),
      )
      .map(([runs, one, name]) => `${runs}.groupby((row) => ${one}).${name}`),
  },
)

/** The text of an expression over runs of which columns may answer a part; not all of them have a type. */
export const relationalExpression: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: question },
  { weight: 1, arbitrary: fc.tuple(question, question).map(([one, two]) => `[${one}, ${two}]`) },
  { weight: 1, arbitrary: plannedExpression },
)
