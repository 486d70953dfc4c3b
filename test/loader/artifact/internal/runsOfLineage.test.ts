import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import { lineageFields, readLineageRun } from '../../../../src/loader/artifact/internal/runsOfLineage.ts'
import { failsWith } from '../../servers/either.ts'
import { runNode } from '../../servers/nodes.ts'

const client = makeClient({ appUrl: 'https://w.example.com' })

test('lineageFields has each field once, and the usual ones for none', () => {
  expect(lineageFields(['config', 'config', 'historyKeys'])).toEqual(E.right(['config', 'historyKeys']))
  expect(lineageFields()).toEqual(E.right(['config', 'summary', 'systemMetrics']))
  expect(lineageFields([])).toEqual(E.right([]))
  failsWith('InvalidQuery', lineageFields(['loggedArtifactVersions'] as never))
  failsWith('InvalidQuery', lineageFields('config' as never))
})

test('readLineageRun reads the project of each run from its node', () => {
  const node = runNode(1, { project: { name: 'nlp', entityName: 'org' } })
  expect(readLineageRun(client, [])(node)).toMatchObject({
    right: { entity: 'org', project: 'nlp', appUrl: 'https://w.example.com' },
  })
})

test.each([[runNode(1)], [runNode(1, { project: null })], ['run'], [null]])('readLineageRun refuses %#', (node) => {
  expect(E.isLeft(readLineageRun(client, [])(node))).toBe(true)
})
