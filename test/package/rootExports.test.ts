import { describe, expect, test } from 'vitest'
import * as root from 'wandb-run-ops'
import { operations } from 'wandb-run-ops/ops'

const names = Object.keys(root).sort()
const byName: Readonly<Record<string, unknown>> = { ...root }
const calls = new Set<unknown>(operations.map(({ call }) => call))

describe('the root', () => {
  test('has every operation', () => {
    const exported = new Set<unknown>(Object.values(root))
    expect(operations.filter(({ call }) => !exported.has(call)).map(({ name }) => name)).toEqual([])
  })

  test('has the door, and what is not an operation by name', () => {
    expect(names.filter((name) => !calls.has(byName[name]))).toMatchInlineSnapshot(`
      [
        "WandbError",
        "agg",
        "aggregate",
        "asc",
        "bestRun",
        "byDay",
        "byHour",
        "byMonth",
        "byWeek",
        "column",
        "columnValue",
        "columnsOf",
        "commonConfig",
        "configDifferenceSize",
        "connect",
        "countBy",
        "desc",
        "describeDuration",
        "diffConfigs",
        "eqArtifact",
        "eqArtifactType",
        "eqArtifactVersion",
        "eqEntity",
        "eqFile",
        "eqProject",
        "eqReport",
        "eqRun",
        "eqSweep",
        "eqUser",
        "evaluateRelation",
        "filter",
        "fromSqlRows",
        "groupRunsBy",
        "historiesTable",
        "importance",
        "joinRuns",
        "ordArtifactByCreatedAt",
        "ordArtifactByName",
        "ordArtifactVersionByVersion",
        "ordConfigDifferenceBySize",
        "ordFileByName",
        "ordFileBySize",
        "ordFileBySizeDescending",
        "ordOf",
        "ordProjectByName",
        "ordReportByCreatedAt",
        "ordRunByConfig",
        "ordRunByCreatedAt",
        "ordRunByHeartbeatAt",
        "ordRunByName",
        "ordRunByRuntime",
        "ordRunBySummary",
        "ordSweepByCreatedAt",
        "ordUserByUsername",
        "ordUserByUsernameDescending",
        "orderBy",
        "pivot",
        "printTable",
        "runTable",
        "secondsToDuration",
        "series",
        "tableColumn",
        "tableConcat",
        "tableRow",
        "tableRows",
        "tableRuns",
        "tableSelect",
        "tableSlice",
        "tableToCsv",
        "uniqueBy",
      ]
    `)
  })

  test('has namespaces with plain names', () => {
    expect(Object.keys(root.filter).sort()).toMatchInlineSnapshot(`
      [
        "and",
        "between",
        "contains",
        "describe",
        "eq",
        "everything",
        "exists",
        "gt",
        "gte",
        "hasTag",
        "isIn",
        "lt",
        "lte",
        "matches",
        "matchesPattern",
        "monoidAll",
        "monoidAny",
        "ne",
        "not",
        "notIn",
        "nothing",
        "or",
        "split",
        "timeRange",
      ]
    `)
    expect(Object.keys(root.agg).sort()).toMatchInlineSnapshot(`
      [
        "argmax",
        "argmin",
        "count",
        "first",
        "last",
        "max",
        "mean",
        "median",
        "min",
        "quantile",
        "stddev",
        "sum",
        "variance",
      ]
    `)
    expect(Object.keys(root.series).sort()).toMatchInlineSnapshot(`
      [
        "align",
        "band",
        "bin",
        "cumulative",
        "derivative",
        "downsample",
        "join",
        "rank",
        "smooth",
      ]
    `)
  })

  test('shadows no name of a test runner, and no name of the language', () => {
    const taken = new Set([
      ...['describe', 'test', 'it', 'expect', 'suite', 'vi', 'jest', 'bench', 'assert', 'expectTypeOf', 'assertType'],
      ...['beforeAll', 'beforeEach', 'afterAll', 'afterEach', 'onTestFailed', 'onTestFinished'],
      ...Object.getOwnPropertyNames(globalThis),
    ])
    expect(names.filter((name) => taken.has(name))).toEqual([])
  })

  test('has one name for each thing', () => {
    const values = Object.values(root).filter((value) => typeof value === 'function')
    expect(new Set(values).size).toBe(values.length)
  })

  test('has nothing of the machinery', () => {
    expect(names.filter((name) => /^(load|make|parse|decode)[A-Z]|Codec$|Document$/.test(name))).toEqual([])
  })
})
