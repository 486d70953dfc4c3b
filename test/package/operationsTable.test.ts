import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, test } from 'vitest'
import * as loader from 'wandb-run-ops/loader'
import * as node from 'wandb-run-ops/node'
import { absent, signs, syntax } from '../../scripts/operationsTable/answers.ts'
import { answersTo, page } from '../../scripts/operationsTable/page.ts'
import { argumentNames, reference, wireName } from '../../scripts/operationsTable/reference.ts'
import { evaluate } from '../../src/expression/evaluate.ts'
import { library } from '../../src/expression/library/library.ts'
import { parse } from '../../src/expression/syntax/parse.ts'

const names = Object.values(reference).flat().map(wireName)

/** Returns the value of an expression; `undefined` if it fails. */
const evaluated = (text: string, scope: Readonly<Record<string, unknown>>): unknown =>
  pipe(
    parse(text),
    E.flatMap((expression) => evaluate(expression, scope)),
    E.match(
      () => undefined,
      ({ value }) => value,
    ),
  )

describe('the public operations of W&B’s reference', () => {
  test('are each in exactly one of the registry, the library, the language and the list of unavailable ones', () => {
    expect(names.filter((name) => answersTo(name).length !== 1)).toEqual([])
  })

  test('are the only names with an answer', () => {
    expect(answersTo('run-unheardOf')).toEqual([])
    expect(answersTo('constructor')).toEqual([])
  })

  test('have no duplicates', () => {
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test('include all unavailable operations, operators and language features', () => {
    const listed = [absent, signs, syntax].flatMap((answers) => Object.keys(answers))
    expect(listed.filter((name) => !names.includes(name))).toEqual([])
  })

  test('have the same argument names as ours', () => {
    const ours = new Map(library.map(({ name, parameters }) => [name, parameters.map((parameter) => parameter.name)]))
    const renamed = Object.values(reference)
      .flat()
      .map((signature) => [wireName(signature), argumentNames(signature).slice(1)] as const)
      .filter(([name, theirs]) => ours.get(name)?.some((argument, at) => argument !== theirs[at]))
    expect(renamed.map(([name]) => name)).toEqual([])
  })
})

describe('docs/operations-table.md', () => {
  test('is up to date with the registry, the library and the reference', () => {
    expect(readFileSync(new URL('../../docs/operations-table.md', import.meta.url), 'utf8')).toBe(page())
  })

  test('suggests exported functions for unavailable operations', () => {
    const exported = new Set([...Object.keys(loader), ...Object.keys(node)])
    const named = Object.values(absent).flatMap((reason) => reason.match(/\b(load|download)[A-Z]\w*/g) ?? [])
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !exported.has(name))).toEqual([])
  })
})

const samples: Readonly<Record<string, readonly [unknown, unknown]>> = {
  boolean: [true, false],
  dict: [{ x: 1 }, 'x'],
  list: [[10, 20, 30], 1],
  number: [7, 2],
  string: ['warm', 'fox'],
}

test.each(Object.entries(signs))('%s is the same as an operator and as a method', (name, sign) => {
  const operation = library.find((each) => each.name === name)
  const [a, b] = samples[operation?.kind ?? ''] ?? []
  const called = `a.${operation?.chain}${operation?.parameters.length === 0 ? '' : '(b)'}`
  expect(evaluated(sign, { a, b })).toBeDefined()
  expect(evaluated(called, { a, b })).toEqual(evaluated(sign, { a, b }))
})

test.each(Object.entries(syntax))('%s is part of the language', (_, { example, value }) => {
  const light = { storageId: 's', heartbeatAt: new Date(0), jobType: undefined, sweepName: undefined }
  const runs = [0.1, 0.2].map((lr, at) => ({
    ...light,
    id: ['a1', 'b2'][at],
    entity: 'team',
    project: 'vision',
    config: { lr },
  }))
  expect(evaluated(example, { runs })).toEqual(value)
})
