import { parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import type { GraphqlDocument } from '../../../src/client/graphql/document.ts'
import { defaultEntityDocument } from '../../../src/loader/paths/resolve.ts'
import {
  moreArtifactsDocument,
  runCountDocument,
  runDocument,
  runsDocument,
  runVariables,
} from '../../../src/loader/request/selection.ts'
import { lastCreatedDocument, rangeCountsDocument } from '../../../src/loader/run/countRanges.ts'
import type { InlineField } from '../../../src/types/run/RunHeavy.ts'
import { wandbSchema } from '../../fixtures/wandbSchema.ts'

const all: ReadonlyArray<InlineField> = [
  'config',
  'summary',
  'systemMetrics',
  'historyKeys',
  'loggedArtifactVersions',
  'usedArtifactVersions',
]

const subsets = <A>(list: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  Array.from({ length: 2 ** list.length }, (_, bits) => list.filter((_, place) => (bits >> place) % 2 === 1))

const everyKeys = [{}, { config: ['lr'] }, { summary: ['loss'] }, { config: [], summary: ['val/loss', '"'] }]

const documents = [
  defaultEntityDocument,
  runCountDocument,
  ...subsets(all).flatMap((fields) =>
    everyKeys.flatMap((keys) => [
      runDocument(fields, keys),
      runsDocument(fields, keys, { count: true, cursors: true }),
      runsDocument(fields, keys, { count: false, cursors: false }),
    ]),
  ),
  moreArtifactsDocument(['loggedArtifactVersions']),
  moreArtifactsDocument(['usedArtifactVersions', 'loggedArtifactVersions', 'usedArtifactVersions']),
  lastCreatedDocument,
  rangeCountsDocument(1),
  rangeCountsDocument(16),
]

describe('documents', () => {
  test("are all valid against W&B's schema", () => {
    expect(documents.length).toBe(64 * 4 * 3 + 7)
    const wrong = documents.flatMap((document) => validate(wandbSchema, parse(document.text)))
    expect(wrong.map(String)).toEqual([])
  })

  test('have the name by which they are sent', () => {
    const names = documents.map(({ name, text }) => {
      expect(text).toMatch(new RegExp(`^query ${name}[( ]`))
      return name
    })
    expect([...new Set(names)].sort()).toEqual([
      'DefaultEntity',
      'LastCreatedRun',
      'Run',
      'RunArtifacts',
      'RunCount',
      'RunRangeCounts',
      'Runs',
    ])
  })

  test('declare exactly the variables that they are sent', () => {
    const declared = (document: GraphqlDocument): ReadonlyArray<string> =>
      parse(document.text).definitions.flatMap((definition) =>
        definition.kind === 'OperationDefinition'
          ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
          : [],
      )
    for (const fields of subsets(all))
      for (const keys of everyKeys) {
        const variables = Object.keys(runVariables(fields, keys)).sort()
        expect(declared(runDocument(fields, keys)).slice(3).sort()).toEqual(variables)
        expect(
          declared(runsDocument(fields, keys, { count: true, cursors: true }))
            .slice(6)
            .sort(),
        ).toEqual(variables)
      }
  })

  test('ask for no heavy field that is not wanted', () => {
    const light = runsDocument([], {}, { count: true, cursors: true }).text
    for (const name of [
      'config',
      'summaryMetrics',
      'systemMetrics',
      'historyKeys',
      'outputArtifacts',
      'inputArtifacts',
    ])
      expect(light).not.toContain(name)
    expect(runsDocument(['summary'], {}, { count: true, cursors: true }).text).not.toContain('config')
  })

  test('hold no key, whatever its name: keys are variables', () => {
    const keys = { config: ['") { evil } #'], summary: ['loss'] }
    expect(runDocument(['config', 'summary'], keys).text).not.toMatch(/evil|loss/)
    expect(runVariables(['config', 'summary'], keys)).toEqual({
      configKeys: keys.config,
      summaryKeys: ['loss', '_wandb'],
    })
  })

  test('ask for the number of runs on the first page only', () => {
    expect(runsDocument(all, {}, { count: true, cursors: true }).text).toContain('runCount')
    expect(runsDocument(all, {}, { count: false, cursors: false }).text).not.toContain('runCount')
  })
})
