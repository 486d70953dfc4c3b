import fc from 'fast-check'
import { parse, type SelectionSetNode, validate } from 'graphql'
import type * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import {
  Agent,
  Artifact,
  ArtifactFile,
  ArtifactMembership,
  ArtifactType,
  ArtifactVersion,
  ConsoleLine,
  Entity,
  ProjectField,
  ProjectOverview,
  Report,
  RunFile,
  Sweep,
  TagCount,
  Team,
  UserAccount,
} from 'wandb-run-ops/types'
import type { GraphqlDocument } from '../../src/client/graphql/document.ts'
import { optionalFields } from '../../src/client/graphql/optionalFields.ts'
import * as artifacts from '../../src/loader/artifact/documents.ts'
import * as files from '../../src/loader/file/documents.ts'
import * as projects from '../../src/loader/project/documents.ts'
import * as reports from '../../src/loader/report/documents.ts'
import { runDocument, runsDocument } from '../../src/loader/request/selection.ts'
import * as sweeps from '../../src/loader/sweep/documents.ts'
import * as users from '../../src/loader/user/documents.ts'
import { artifact, artifactType } from '../arbitraries/artifact.ts'
import { artifactVersion } from '../arbitraries/artifactVersion.ts'
import { file } from '../arbitraries/file.ts'
import { project } from '../arbitraries/project.ts'
import { report } from '../arbitraries/report.ts'
import { sweep } from '../arbitraries/sweep.ts'
import { nodeFields, wireRun } from '../arbitraries/wire.ts'
import { wandbSchema } from '../fixtures/wandbSchema.ts'
import { decoded } from '../types/outcome.ts'
import { law } from './law.ts'

type Wire = Readonly<Record<string, unknown>>

const isObject = (u: unknown): u is Wire => typeof u === 'object' && u !== null && !Array.isArray(u)

/** What is selected of a field, or `undefined` if the field is not selected; `null` for a scalar. */
const selected = (set: SelectionSetNode, name: string): SelectionSetNode | null | undefined => {
  for (const one of set.selections) if (one.kind === 'Field' && one.name.value === name) return one.selectionSet ?? null
  return undefined
}

/** The paths of a node that a selection lacks. */
const missing = (set: SelectionSetNode, node: Wire, path = ''): ReadonlyArray<string> =>
  Object.entries(node).flatMap(([name, value]) => {
    const inner = selected(set, name)
    // The client adds it to nodes.
    if (name === 'appUrl') return []
    if (inner === undefined) return [`${path}${name}`]
    const values = Array.isArray(value) ? value : [value]
    return inner === null ? [] : values.filter(isObject).flatMap((one) => missing(inner, one, `${path}${name}.`))
  })

/** The fields that a document selects of the node at a path. */
const selectionAt = ({ text }: GraphqlDocument, path: string): SelectionSetNode => {
  const [operation] = parse(text).definitions
  if (operation?.kind !== 'OperationDefinition') throw new Error(`${text} is not a query`)
  return path.split('.').reduce((set, name) => {
    const inner = selected(set, name)
    if (!inner) throw new Error(`${text} does not select ${name} of ${path}`)
    return inner
  }, operation.selectionSet)
}

interface Loaded {
  readonly document: GraphqlDocument
  /** The path to the node in the response. */
  readonly path: string
  readonly node: fc.Arbitrary<unknown>
  /** What the loader adds to a node, or does not load. */
  readonly added?: ReadonlyArray<string>
}

/** A node that a codec encodes, with every field. */
const full = <A>(codec: t.Type<A, unknown>, least: Wire): fc.Arbitrary<unknown> =>
  fc.constant(codec.encode(decoded(codec, least)))

const createdAt = '2026-11-21T10:00:00'

// The artifact versions of a run come without the fields that only newer servers have.
const run = { node: wireRun, added: ['project', 'membership', ...optionalFields.Artifact] }
const version = { node: artifactVersion.map(ArtifactVersion.encode), added: ['membership'] }
const line = full(ConsoleLine, { number: 1 })
const account = full(UserAccount, { id: 'u', username: 'ada' })
const aProject = project.map(ProjectOverview.encode)
const agent = full(Agent, { id: 'a', name: 'b', createdAt })
const aReport = report.map(Report.encode)
const collection = artifact.map(({ versions: _versions, aliases: _aliases, ...one }) => Artifact.encode(one))
const type = artifactType.map(ArtifactType.encode)
const counts = ['runCount', 'totalSweeps', 'tags']
const edges = 'edges.node'

const loaded: Readonly<Record<string, Loaded>> = {
  run: { document: runDocument(nodeFields, {}), path: 'project.run', ...run },
  runs: {
    document: runsDocument(nodeFields, {}, { count: true, cursors: true }),
    path: `project.runs.${edges}`,
    ...run,
  },
  'agent runs': {
    document: sweeps.agentRunsDocument(nodeFields, {}),
    path: `project.sweep.agent.runs.${edges}`,
    ...run,
  },
  'run files': {
    document: files.filesDocument.all,
    path: `project.run.files.${edges}`,
    node: file.map(RunFile.encode),
  },
  'console lines': { document: files.consolePageDocument, path: `project.run.logLines.${edges}`, node: line },
  'last console lines': { document: files.consoleTailDocument, path: `project.run.logLines.${edges}`, node: line },
  sweep: { document: sweeps.sweepDocument, path: 'project.sweep', node: sweep.map(Sweep.encode) },
  sweeps: {
    document: sweeps.sweepsDocument({ filters: true, order: true }),
    path: `project.sweeps.${edges}`,
    node: sweep.map(Sweep.encode),
  },
  agent: { document: sweeps.agentDocument, path: 'project.sweep.agent', node: agent },
  agents: { document: sweeps.agentsDocument, path: `project.sweep.agents.${edges}`, node: agent },
  artifact: { document: artifacts.artifactDocument, path: 'project.artifactCollection', node: collection },
  artifacts: {
    document: artifacts.artifactsDocument(true),
    path: `project.artifactType.artifactCollections.${edges}`,
    node: collection,
  },
  'artifact type': { document: artifacts.typeDocument, path: 'project.artifactType', node: type },
  'artifact types': { document: artifacts.typesDocument, path: `project.artifactTypes.${edges}`, node: type },
  'artifact version by id': { document: artifacts.versionDocument('id', true), path: 'artifact', ...version },
  'artifact version by path': {
    document: artifacts.versionDocument('path', true),
    path: 'project.artifactCollection.artifactMembership.artifact',
    ...version,
  },
  'artifact versions': {
    document: artifacts.artifactVersionsDocument(true),
    path: `project.artifactCollection.artifacts.${edges}`,
    ...version,
  },
  'artifact memberships': {
    document: artifacts.membershipsDocument('id'),
    path: `artifact.artifactMemberships.${edges}`,
    node: full(ArtifactMembership, {
      id: 'm',
      versionIndex: 1,
      aliases: [{ alias: 'best' }],
      artifactCollection: { __typename: 'ArtifactSequence', name: 'model' },
    }),
  },
  'artifact files': {
    document: artifacts.artifactFilesDocument('id', true),
    path: `artifact.files.${edges}`,
    node: full(ArtifactFile, { id: 'f', name: 'a', sizeBytes: 1 }),
  },
  project: { document: projects.projectDocument, path: 'project', node: aProject },
  projects: { document: projects.projectsDocument, path: `models.${edges}`, node: aProject, added: counts },
  'project fields': {
    document: projects.projectFieldsDocument,
    path: `project.fields.${edges}`,
    node: full(ProjectField, { path: 'config.lr', type: 'number' }),
  },
  'tag counts': {
    document: projects.tagCountsDocument,
    path: 'project.tagCounts',
    node: full(TagCount, { name: 'best', count: 1 }),
  },
  report: { document: reports.reportDocument, path: 'view', node: aReport },
  reports: { document: reports.reportsDocument, path: `project.allViews.${edges}`, node: aReport },
  viewer: { document: users.viewerDocument, path: 'viewer', node: account },
  user: { document: users.userDocument, path: 'user', node: account },
  users: { document: users.usersDocument, path: `users.${edges}`, node: account },
  entity: { document: users.entityDocument, path: 'entity', node: full(Entity, { id: 'e', name: 'team' }) },
  team: { document: users.teamDocument, path: 'entity', node: full(Team, { id: 'e', name: 'team', members: [{}] }) },
}

describe('the document that loads a record', () => {
  test.each(Object.entries(loaded))(
    'selects every field of its codec: %s',
    (_, { document, path, node: nodes, added }) => {
      const set = selectionAt(document, path)
      law([nodes], (wire) => {
        const lacking = missing(set, wire as Wire).filter((name) => !added?.includes(name.split('.').at(-1) ?? ''))
        if (lacking.length > 0) throw new Error(`not selected: ${lacking.join(', ')}`)
        return true
      })
    },
  )

  test.each(Object.entries(loaded))("is valid against W&B's schema: %s", (_, { document }) => {
    const known = Object.entries(optionalFields).flatMap(([type, names]) =>
      names.map((name) => `Cannot query field "${name}" on type "${type}".`),
    )
    const errors = validate(wandbSchema, parse(document.text)).map(({ message }) => message)
    expect(errors.filter((message) => !known.some((one) => message.startsWith(one)))).toEqual([])
  })
})
