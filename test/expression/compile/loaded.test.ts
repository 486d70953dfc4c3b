import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, it } from 'vitest'
import { loadedCheck } from '../../../src/expression/compile/loaded.ts'
import { evaluate } from '../../../src/expression/evaluate.ts'
import { parse } from '../../../src/expression/syntax/parse.ts'
import { listType, recordType } from '../../../src/expression/types/Type.ts'
import { operations } from '../../../src/ops/generated/operations.ts'
import type { Operation } from '../../../src/ops/Operation.ts'
import type { Run } from '../../../src/types/run/Run.ts'
import { decodeRun } from '../../../src/types/run/runCodec.ts'

const node = {
  id: 'UnVuOjE=',
  name: 'r1',
  createdAt: '2026-11-21T10:00:00',
  summaryMetrics: '{"acc": 0.95}',
  config: '{"lr": {"value": 0.1}}',
}

const home = { entity: 'acme', project: 'zoo', appUrl: 'https://wandb.ai' }

const light = pipe(
  decodeRun([], home)(node),
  E.match(String, (run): unknown => run),
) as Run

const whole = pipe(
  decodeRun(['config', 'summary'], home)(node),
  E.match(String, (run): unknown => run),
) as Run

const failureOf = (text: string, runs: unknown = [light], known?: 'run'): unknown =>
  pipe(
    parse(text),
    E.flatMap((expression) => evaluate(expression, { runs }, known && { runs: listType(recordType(known)) })),
    E.match(
      ({ _tag, start, end, message }): unknown => [_tag, text.slice(start, end), message],
      ({ value }) => value,
    ),
  )

const notLoaded = (name: string, field: string = name): unknown => [
  'EvaluationError',
  name,
  `${name} reads a field that the run does not have: ${field}.`,
]

describe('an expression over runs that were loaded without fields', () => {
  it.each([
    ['runs.filter((row) => row.summary["acc"] > 0.9).count', 'summary'],
    ['runs.config["lr"]', 'config'],
    ['runs.config', 'config'],
    ['runs[0].config', 'config'],
    ['runs.map((row) => row.config["lr"])', 'config'],
    ['runs.groupby((row) => row.config["lr"]).count', 'config'],
    ['runs.sort((row) => row.summary["acc"]).name', 'summary'],
    ['runs.join(runs, (row) => row.config["lr"], (row) => row.id)', 'config'],
    ['runs.map((row) => { lr: row.config })', 'config'],
    ['[[runs[0]]].summary', 'summary'],
    ['runs.concat.systemMetrics', 'systemMetrics'],
    ['runs.loggedArtifactVersions', 'loggedArtifactVersions'],
    ['runs.usedArtifactVersions', 'usedArtifactVersions'],
    ['runs.sweep', 'sweep'],
    ['runs.files', 'files'],
    ['runs.history', 'history'],
    ['runs.events', 'events'],
    ['runs.historyKeys', 'historyKeys'],
  ])('%s ends with an error at its position', (text, name) => {
    expect(failureOf(text)).toEqual(notLoaded(name))
  })

  it('names the missing field of an operation with another name', () => {
    expect(failureOf('runs.loggedArtifactVersion("a:v0")')).toEqual(
      notLoaded('loggedArtifactVersion', 'loggedArtifactVersions'),
    )
    expect(failureOf('runs.lastHistoryStep')).toEqual(notLoaded('lastHistoryStep', 'historyKeys'))
    expect(failureOf('runs.rawConfig')).toEqual(notLoaded('rawConfig', 'config'))
    expect(failureOf('runs.user.email')).toEqual([
      'EvaluationError',
      'email',
      'email reads a field that the user does not have: email.',
    ])
  })

  it('ends for one such run among others', () => {
    expect(failureOf('runs.config["lr"]', [whole, light])).toEqual(notLoaded('config'))
    expect(
      failureOf(
        'runs.config["lr"]',
        Array.from({ length: 200 }, (_, at) => (at === 150 ? light : whole)),
      ),
    ).toEqual(notLoaded('config'))
    expect(failureOf('runs.config', [light, { config: 1 }])).toEqual(notLoaded('config'))
  })

  it('reads the fields that they have', () => {
    expect(failureOf('runs.name')).toEqual(['r1'])
    expect(failureOf('runs.jobType')).toEqual([null])
    expect(failureOf('runs.config["lr"]', [whole, null])).toEqual([0.1, null])
    expect(failureOf('runs.loggedRuntime', [whole])).toEqual([null])
  })

  it('ends where a value does not know its project', () => {
    const runs = [{ id: 'r1', displayName: 'one', summary: { acc: 1 } }]
    expect(failureOf('runs.summary["acc"].run.name', runs, 'run')).toEqual(['one'])
    expect(failureOf('runs.summary["acc"].project.name', runs, 'run')).toEqual([
      'EvaluationError',
      'project',
      'project reads fields that the run does not have: project, entity.',
    ])
    expect(failureOf('runs.project.name', [{ project: 'zoo' }], 'run')).toEqual([
      'EvaluationError',
      'project',
      'project reads a field that the run does not have: entity.',
    ])
  })
})

const argumentsOf = ({ parameters }: Operation): string =>
  parameters
    .slice(1)
    .map(({ type }) => ({ string: '"a"', number: '1', date: 'now', path: '["a"]', dict: '{ a: 1 }' })[type as 'string'])
    .join(', ')

const needed = operations.flatMap((operation) =>
  operation.needs.map((field) => ({ operation, name: operation.name, field })),
)

describe('every operation in an expression', () => {
  it.each(needed)('$name fails at its position without $field', ({ operation, field }) => {
    const others = operation.needs.filter((name) => name !== field)
    const record = Object.fromEntries(others.map((name) => [name, undefined]))
    const name = operation.name.slice(operation.name.indexOf('-') + 1)
    const text = `record.${name}(${argumentsOf(operation)})`.replace('()', '')
    const result = pipe(
      parse(text),
      E.flatMap((expression) =>
        evaluate(expression, { record, now: new Date(0) }, { record: recordType(operation.receiver) }),
      ),
    )
    expect(result).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'EvaluationError', start: 7, end: 7 + name.length, message: expect.stringContaining(field) },
    })
  })
})

describe('loadedCheck', () => {
  const check = loadedCheck(operations.find(({ name }) => name === 'run-path') as Operation)

  it('accepts a record with the fields, whatever their values', () => {
    expect(() => check({ entity: undefined, project: 'zoo', id: 'r1' })).not.toThrow()
  })

  it('does not count inherited fields', () => {
    expect(() => check(Object.create({ entity: 'acme', project: 'zoo', id: 'r1' }))).toThrow(
      'path reads fields that the run does not have: entity, id, project.',
    )
  })
})
