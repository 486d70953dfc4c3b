import * as vega from 'vega'
import { codegenExpression, functions, parseExpression } from 'vega-expression'
import { compile } from 'vega-lite'
import { describe, expect, test } from 'vitest'
import * as ops from 'wandb-run-ops/ops'
import { operations } from 'wandb-run-ops/ops'
import { type ExpressionFunction, expressionFunctions, registerVegaOperations } from 'wandb-run-ops/vega'
import { evaluateFresh } from '../evaluateFresh.ts'

const runs = [
  { id: 'a1', displayName: 'warm-fox', createdAt: new Date(0), summary: { 'val/loss': 0.2 } },
  { id: 'b2', displayName: undefined, createdAt: new Date(1), summary: { 'val/loss': 0.7 } },
  { id: 'c3', displayName: 'cold-fox', createdAt: new Date(2), summary: {} },
].map((run) => Object.freeze(run))

const rows = (): ReadonlyArray<object> => runs.map((run) => ({ run }))

const namesIn = (view: vega.View, data: string): ReadonlyArray<unknown> =>
  view.data(data).map((row: { readonly name?: unknown }) => row.name)

describe('expressionFunctions', () => {
  test('has every operation by the name of its function', () => {
    expect(Object.keys(expressionFunctions)).toHaveLength(operations.length)
    for (const [name, fn] of Object.entries(expressionFunctions))
      expect((ops as Readonly<Record<string, unknown>>)[name]).toBe(fn)
  })

  test('has names that an expression can call', () => {
    expect(Object.keys(expressionFunctions).filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name))).toEqual([])
  })

  test('does not use a name of Vega', async () => {
    const names = JSON.stringify([...Object.keys(expressionFunctions), 'format'])
    const builtIn = await evaluateFresh(
      'vega',
      `${names}.filter((name) => module.expressionFunction(name) !== undefined)`,
    )
    expect(builtIn).toEqual(['format'])
    const known = Object.keys(functions((node: unknown) => node))
    expect(known).toContain('abs')
    expect(known.filter((name) => Object.hasOwn(expressionFunctions, name))).toEqual([])
  })

  test('cannot be changed', () => {
    expect(Object.isFrozen(expressionFunctions)).toBe(true)
  })

  describe('with vega-expression', () => {
    const ours = Object.fromEntries(Object.keys(expressionFunctions).map((name) => [name, `operations.${name}`]))
    const codegen = codegenExpression({
      allowed: ['datum'],
      fieldvar: 'datum',
      globalvar: 'signals',
      functions: (visitor) => ({ ...functions(visitor), ...ours }),
    })
    const evaluated = (text: string, datum: unknown): unknown =>
      new Function('datum', 'operations', `return ${codegen(parseExpression(text)).code}`)(datum, expressionFunctions)

    test.each([
      ['runName(datum.run)', 'warm-fox'],
      ["runSummaryAt(datum.run, ['val/loss'])", 0.2],
      ["runSummaryAt(datum.run, ['val/loss']) < 0.5 ? upper(runName(datum.run)) : 'none'", 'WARM-FOX'],
      ["runSummaryAt(datum.run, ['absent'])", undefined],
    ])('%s is %j', (text, value) => {
      expect(evaluated(text, { run: runs[0] })).toEqual(value)
    })

    test('a function that is not an operation is an error', () => {
      expect(() => evaluated('runSecrets(datum.run)', {})).toThrow('Unrecognized function: runSecrets')
    })
  })
})

describe('registerVegaOperations', () => {
  const names = registerVegaOperations(vega)

  test('returns the names, and Vega has the functions', () => {
    expect(names).toEqual(Object.keys(expressionFunctions))
    expect(names.filter((name) => vega.expressionFunction(name) !== expressionFunctions[name])).toEqual([])
  })

  test('passes each name and function to Vega once', () => {
    const got: Array<readonly [string, ExpressionFunction | undefined]> = []
    registerVegaOperations({ expressionFunction: (name, fn) => got.push([name, fn]) })
    expect(got).toEqual(Object.entries(expressionFunctions))
  })

  test('lets a Vega view filter and derive by operations', async () => {
    const transform = [
      { type: 'filter', expr: "runSummaryAt(datum.run, ['val/loss']) < limit" },
      { type: 'formula', as: 'name', expr: 'runName(datum.run)' },
    ] as const
    const spec = {
      signals: [{ name: 'limit', value: 0.5 }],
      data: [{ name: 'runs', values: [...rows()], transform: [...transform] }],
    }
    const view = new vega.View(vega.parse(spec))
    await view.runAsync()
    expect(namesIn(view, 'runs')).toEqual(['warm-fox'])
    await view.signal('limit', 1).runAsync()
    expect(namesIn(view, 'runs')).toEqual(['warm-fox', 'b2'])
  })

  test('lets a Vega-Lite chart derive by operations, drawn without a browser', async () => {
    const { spec } = compile({
      data: { name: 'runs' },
      transform: [
        { calculate: 'runName(datum.run)', as: 'name' },
        { calculate: "runSummaryAt(datum.run, ['val/loss'])", as: 'loss' },
        { filter: 'isValid(datum.loss)' },
      ],
      mark: 'bar',
      encoding: { x: { field: 'name', type: 'nominal' }, y: { field: 'loss', type: 'quantitative' } },
    })
    const view = new vega.View(vega.parse(spec), { renderer: 'none' }).data('runs', [...rows()])
    const svg = await view.toSVG()
    expect(svg.match(/aria-roledescription="bar"/g)).toHaveLength(2)
    expect(svg).toContain('name: warm-fox; loss: 0.2')
  })

  test('works with rows that wrap a record, since Vega writes to the rows', async () => {
    const values = [...rows()]
    await new vega.View(vega.parse({ data: [{ name: 'runs', values }] })).runAsync()
    expect(runs.every((run) => Object.getOwnPropertySymbols(run).length === 0)).toBe(true)
    const frozen = new vega.View(vega.parse({ data: [{ name: 'runs' }] }))
    expect(() => frozen.data('runs', [...runs])).toThrow(TypeError)
  })
})
