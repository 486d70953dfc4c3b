import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { artifactVersionCodec } from './ArtifactVersion.ts'
import type { ConfigDict } from './ConfigDict.ts'
import { connection } from './codec/connection.ts'
import { isObject } from './codec/isObject.ts'
import { nothing } from './codec/nothing.ts'
import { nullable } from './codec/nullable.ts'
import { own } from './codec/own.ts'
import { type AnyFields, field, hasFields, readFields, writeFields } from './codec/record.ts'
import { HistoryKeys } from './HistoryKeys.ts'
import { plainLight } from './plainLight.ts'
import { RunFile } from './RunFile.ts'
import type { NodeField } from './RunHeavy.ts'
import { nodeFields } from './RunLight.ts'
import type { RunWith } from './RunWith.ts'
import { isDict, readDict, writeDict } from './readDict.ts'
import type { SummaryDict } from './SummaryDict.ts'
import { Sweep } from './Sweep.ts'
import { SystemMetrics } from './SystemMetrics.ts'

/**
 * The project of runs: known from the request, and not repeated in every node.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunPlace {
  /** The entity that owns the project. */
  readonly entity: string
  /** The project. */
  readonly project: string
  /** The base URL of the web app, without a trailing slash. */
  readonly appUrl: string
}

/**
 * Codecs that type `config` and `summary`.
 *
 * @category Model
 * @since 0.1.0
 */
export interface DictCodecs<C = ConfigDict, S = SummaryDict> {
  /** Decodes the config: unwrapped, without W&B's own entries. */
  readonly config?: t.Decoder<unknown, C>
  /** Decodes the summary: without W&B's own entry. */
  readonly summary?: t.Decoder<unknown, S>
}

type Wire = Readonly<Record<string, unknown>>

/** Default app URL for nodes without a project. */
const DEFAULT_APP_URL = 'https://wandb.ai'

const heavyFields = (appUrl: string): AnyFields => ({
  systemMetrics: field('systemMetrics', SystemMetrics),
  historyKeys: field('historyKeys', HistoryKeys),
  loggedArtifactVersions: field('outputArtifacts', connection(artifactVersionCodec(appUrl))),
  usedArtifactVersions: field('inputArtifacts', connection(artifactVersionCodec(appUrl))),
  sweep: field('sweep', nullable(Sweep)),
  files: field('files', connection(RunFile)),
})

const wireKey = { config: 'config', summary: 'summaryMetrics' } as const

const isInternal = (u: unknown): boolean => isObject(u) && isObject(own(u, 'config')) && isObject(own(u, 'summary'))

const projectOf = (node: Wire): RunPlace | undefined => {
  const project = own(node, 'project')
  if (!isObject(project)) return undefined
  const entityName = own(project, 'entityName')
  const name = own(project, 'name')
  return typeof entityName === 'string' && typeof name === 'string'
    ? { entity: entityName, project: name, appUrl: DEFAULT_APP_URL }
    : undefined
}

const ProjectNode = new t.Type<RunPlace>('Project', (u): u is RunPlace => isObject(u), t.failure, t.identity)

/** The light fields of a node, which come first in its record. */
const readLight = (node: Wire, home: RunPlace, context: t.Context): t.Validation<Record<string, unknown>> => {
  const plain = plainLight(node, home)
  if (plain !== undefined) return t.success(plain)
  const target: Record<string, unknown> = {}
  const errors = readFields(nodeFields, node, context, target)
  if (errors.length > 0) return t.failures(errors)
  return t.success(Object.assign(target, { entity: home.entity, project: home.project, appUrl: home.appUrl }))
}

/**
 * Codec of runs with the heavy fields `fields`: decodes a `Run` node and encodes it again.
 *
 * @param fields - The heavy fields to decode; the node must have all of them.
 * @param project - The project of the runs. Without it every node must include its own, as `project { entityName name }`.
 * @param decode - Codecs for config and summary. A run that they reject is a failure that names the path.
 * @category Codec
 * @since 0.1.0
 */
export const runCodec = <F extends NodeField, C = ConfigDict, S = SummaryDict>(
  fields: ReadonlyArray<F>,
  project?: RunPlace,
  decode: DictCodecs<C, S> = {},
): t.Type<RunWith<F, C, S>, unknown> => {
  const wanted: ReadonlySet<NodeField> = new Set(fields)
  const heavyTable: AnyFields = Object.fromEntries(
    Object.entries(heavyFields(project?.appUrl ?? DEFAULT_APP_URL)).filter(([key]) => wanted.has(key as NodeField)),
  )
  const table: AnyFields = { ...nodeFields, ...heavyTable }
  const dicts = (['config', 'summary'] as const).filter((key) => wanted.has(key))

  return new t.Type<RunWith<F, C, S>, unknown>(
    'Run',
    (u): u is RunWith<F, C, S> =>
      hasFields(table, u) &&
      isObject(u) &&
      dicts.every((key) => Object.hasOwn(u, key) && isDict(u[key], decode[key])) &&
      ['entity', 'project', 'appUrl'].every((key) => typeof own(u, key) === 'string') &&
      isInternal(own(u, 'internal')),
    (u, context) => {
      if (!isObject(u)) return t.failure(u, context)
      const home = project ?? projectOf(u)
      if (home === undefined) {
        const wire = own(u, 'project')
        return t.failure(wire, t.appendContext(context, 'project', ProjectNode, wire))
      }
      const light = readLight(u, home, context)
      if (E.isLeft(light)) return light
      const target = light.right
      const internal: Record<'config' | 'summary', Wire> = { config: nothing, summary: nothing }
      for (const key of dicts) {
        const read = readDict(key, own(u, wireKey[key]), decode[key], context)
        if (E.isLeft(read)) return read
        target[key] = read.right.value
        internal[key] = read.right.internal
      }
      const heavyErrors = readFields(heavyTable, u, context, target)
      if (heavyErrors.length > 0) return t.failures(heavyErrors)
      target['internal'] = Object.freeze(internal)
      return t.success(Object.freeze(target) as unknown as RunWith<F, C, S>)
    },
    (run) => {
      const source = run as unknown as Record<string, unknown> & RunWith<'config' | 'summary'>
      const node = writeFields(table, source)
      node['project'] = { entityName: source.entity, name: source.project }
      for (const key of dicts) node[wireKey[key]] = writeDict(key, source[key], decode[key], source.internal[key])
      return node
    },
  )
}
