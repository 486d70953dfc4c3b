import fc from 'fast-check'
import { queryKey } from './query.ts'

const quoted = (text: string): string => JSON.stringify(text)

const key = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('lr', 'loss', 'a', 'b', 'a.b') }, queryKey).map(quoted)

const constant = fc.constantFrom(
  ...['0', '1', '2', '-1', '0.1', '1e21', 'null', 'true', 'false', '""', '"a"', '"b"', '"finished"', '"ada"', '"best"'],
  ...['Date("2026-01-01")', 'timestamp("2025-06-01T12:00:00")', 'Date("no")', '[1]', '{ a: 1 }', '-0'],
)

const inDict = fc
  .tuple(fc.constantFrom('config', 'summary'), key, fc.option(key, { nil: undefined, freq: 4 }))
  .map(([dict, first, second]) => `row.${dict}[${first}]${second === undefined ? '' : `[${second}]`}`)

const field = fc.constantFrom(
  ...['row.state', 'row.name', 'row.group', 'row.jobType', 'row.displayName', 'row.id', 'row.sweepName', 'row.notes'],
  ...[
    'row.user.username',
    'row.host',
    'row.createdAt',
    'row.heartbeatAt',
    'row.runtime',
    'row.computeSeconds',
    'row.readOnly',
  ],
  ...['row.historyLineCount', 'row.tags', 'row.config.lr', 'row.summary.a', 'row.config.a.b', 'row.config.count'],
)

const value = fc.oneof({ weight: 3, arbitrary: inDict }, { weight: 2, arbitrary: field })

const comparison = fc.constantFrom('==', '!=', '<', '<=', '>', '>=')

const atom = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(value, comparison, constant).map((parts) => parts.join(' ')) },
  { weight: 2, arbitrary: fc.tuple(constant, comparison, value).map((parts) => parts.join(' ')) },
  { weight: 1, arbitrary: fc.tuple(value, comparison, value).map((parts) => parts.join(' ')) },
  { weight: 1, arbitrary: value },
  { weight: 1, arbitrary: value.map((read) => `${read}.isNone`) },
  { weight: 1, arbitrary: fc.tuple(value, constant).map(([read, part]) => `${read}.contains(${part})`) },
  {
    weight: 1,
    arbitrary: fc.tuple(value, constant, constant).map(([read, one, two]) => `[${one}, ${two}].contains(${read})`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'row.isFinished',
      'row.hasEnded',
      'row.hasTag("a")',
      'true',
      'null',
      'row.config["a"].foo == 1',
    ),
  },
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

const filter = fc.oneof(
  { weight: 9, arbitrary: condition.map((one) => `.filter((row) => ${one})`) },
  { weight: 1, arbitrary: condition.map((one) => `.filter((row, index) => index < 3 && (${one}))`) },
)

const step = fc.oneof(
  fc.constantFrom('.limit(0)', '.limit(2)', '.limit(1.5)', '.offset(1)', '.limit(-1)'),
  fc
    .tuple(value, fc.boolean(), fc.constantFrom('', ', "desc"', ', ["desc"]', ', "asc"', ', ["asc", "desc"]'))
    .map(([read, isList, direction]) => `.sort((row) => ${isList ? `[${read}]` : read}${direction})`),
)

const end = fc.oneof(
  key.map((name) => `.config[${name}]`),
  key.map((name) => `.summary[${name}].max`),
  fc.tuple(key, key).map(([one, two]) => `.map((row) => { x: row.config, y: row.summary[${one}], z: row }).x[${two}]`),
  fc
    .tuple(key, key)
    .map(
      ([one, two]) => `.map((row) => { x: row.config, z: row }).map((row) => row.z.summary[${one}] == row.x[${two}])`,
    ),
  key.map((name) => `.map((row) => { x: row }).map((row) => row["x"].summary[${name}])`),
  key.map((name) => `.map((row) => row.config[${name}].run.summary["a"])`),
  key.map(
    (name) =>
      `.groupby((row) => row.config[${name}]).map((row) => { k: row.groupkey, n: row.count, m: row.summary["loss"].avg })`,
  ),
  key.map((name) => `.groupby((row) => { k: row, c: row.config }).map((row) => row.groupkey["c"][${name}])`),
  key.map((name) => `.groupby((row) => { d: row.config }).map((row) => row.groupkey["d"][${name}])`),
  key.map((name) => `.groupby((row) => row).map((row) => row.groupkey.config[${name}])`),
  key.map((name) => `.groupby((row) => row.config).map((row) => row.groupkey[${name}])`),
  key.map((name) => `.join(runs, (row) => row.id, (row) => row.config[${name}], "x", "y", true, true).x.summary["lr"]`),
  key.map((name) => `.history[${name}].max`),
  key.map((name) => `.history[${name}]`),
  fc.constantFrom(
    ...[
      '',
      '.name',
      '.count',
      '.config',
      '.config.keys',
      '.summary.values',
      '.config.count',
      '.unique.count',
      '.rawConfig',
    ],
    ...[
      '.loggedRuntime',
      '.history.count',
      '.history["loss"].avg',
      '.configAt(["a", "b"])',
      '.summaryAt(["a"])',
      '[0]',
    ],
    ...[
      '[-1].name',
      '[1].config["lr"]',
      '.map((row) => row.config == row.summary)',
      '.index(0).summary',
      '.files.name',
    ],
    ...[
      '.config.merge({ a: 1 })["b"]',
      '.config.pick("a.b")',
      '.config["a"].keys',
      '.config["*"]',
      '.config[runs[0].name]',
    ],
    ...[
      '.map((row) => row.config.a.isNone)',
      '.config.isNone',
      '.usedArtifactVersions.count',
      '.sweep.isNone',
      '.user.name',
    ],
    ...[
      '.map((row) => [row, row.config]).concat.isNone',
      '.loggedArtifactVersions.name',
      '.systemMetrics["a"]',
      '.project.name',
    ],
    ...[
      '.map((row) => [row.config, row.summary])["a"]',
      '.config.run',
      '.config.project',
      '.history.limit(1)["loss"].min',
    ],
    ...['.history.filter((row) => row["loss"] > 0)["lr"].max', '.history.map((row) => row.loss)', '.lastHistoryStep'],
    ...[
      '.map((row) => (row.state == "finished").if(row, row.config))',
      '.map((row) => [row, 1]).config["a"]',
      '.events.count',
    ],
  ),
)

const question = fc
  .tuple(fc.array(filter, { maxLength: 2 }), fc.array(step, { maxLength: 2 }), end)
  .map(([filters, steps, last]) => `runs${filters.join('')}${steps.join('')}${last}`)

/** The text of an expression over runs, of the kinds that a plan tells apart; not all of them have a type. */
export const plannedExpression: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: question },
  { weight: 1, arbitrary: fc.tuple(question, question).map(([one, two]) => `[${one}, ${two}]`) },
  { weight: 1, arbitrary: question.map((one) => `{ x: ${one}, y: count(runs) }`) },
)
