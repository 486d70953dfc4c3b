import { describe, expect, test } from 'vitest'
import * as ops from 'wandb-run-ops/ops'
import { operations } from 'wandb-run-ops/ops'
import { wireNames } from '../wireNames.ts'

const exported = Object.entries(ops).filter(
  ([name, value]) =>
    typeof value === 'function' &&
    // Constructors, with no record to operate on.
    !['historyFromRows', 'runTable'].includes(name) &&
    /^(entity|project|report|run|artifact|artifactType|artifactVersion|user|file|sweep|history)[A-Z]/.test(name),
)

const publicNames = (receiver: string): ReadonlyArray<string> =>
  operations
    .filter((operation) => operation.receiver === receiver && operation.visibility === 'public')
    .map(({ name }) => name)

describe('operations', () => {
  test('has an entry for every exported operation, and calls that one', () => {
    expect(
      new Map(operations.map(({ name, call }) => [name.replace(/-(.)/, (_, c) => c.toUpperCase()), call])),
    ).toEqual(new Map(exported))
  })

  test('has no name twice', () => {
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length)
  })

  test('has names of a receiver, a dash, and a camelCase word', () => {
    expect(operations.filter(({ name, receiver }) => !new RegExp(`^${receiver}-[a-z][A-Za-z]*$`).test(name))).toEqual(
      [],
    )
  })

  test('has the receiver as the first argument of every operation', () => {
    expect(operations.filter(({ parameters, receiver }) => parameters[0]?.type !== receiver)).toEqual([])
  })

  test('has types of the documented grammar only', () => {
    const base =
      /^(entity|project|report|run|artifact|artifactType|artifactVersion|user|file|sweep|string|number|boolean|date|dict|path|history|historyKeys|column|series|any|(maybe|list)<(.+)>)$/
    const isType = (type: string): boolean => {
      const found = base.exec(type)
      return found !== null && (found[3] === undefined || isType(found[3]))
    }
    const types = operations.flatMap(({ parameters, returns }) => [...parameters, returns].map(({ type }) => type))
    expect(types.filter((type) => !isType(type))).toEqual([])
  })

  test('shows the twelve operations of the W&B documentation', () => {
    expect(publicNames('run')).toEqual(
      expect.arrayContaining([
        'run-config',
        'run-createdAt',
        'run-heartbeatAt',
        'run-history',
        'run-jobType',
        'run-loggedArtifactVersion',
        'run-loggedArtifactVersions',
        'run-name',
        'run-runtime',
        'run-summary',
        'run-usedArtifactVersions',
        'run-user',
      ]),
    )
  })

  test('hides what query panels hide', () => {
    const hidden = operations.filter(({ visibility }) => visibility === 'hidden').map(({ name }) => name)
    expect(hidden).toEqual(
      expect.arrayContaining([
        'artifactVersion-description',
        'artifactVersion-digest',
        'artifactVersion-hash',
        'artifactVersion-historyStep',
        'artifactVersion-id',
        'artifactVersion-state',
        'run-historyLineCount',
        'run-id',
        'run-project',
        'run-storageId',
        'user-id',
        'user-name',
      ]),
    )
  })

  test('describes arguments and results', () => {
    expect(operations.find(({ name }) => name === 'run-loggedArtifactVersion')).toMatchObject({
      receiver: 'run',
      parameters: [
        { name: 'run', type: 'run' },
        { name: 'artifactVersionName', type: 'string' },
      ],
      returns: { type: 'maybe<artifactVersion>' },
      needs: ['loggedArtifactVersions'],
      visibility: 'public',
    })
  })

  test('keeps every wire name', () => {
    expect(operations.map(({ name }) => name)).toEqual(wireNames)
  })
})
