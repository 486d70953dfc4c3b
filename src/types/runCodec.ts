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
 * Where runs stand: known to whoever asked for them, and not repeated in every node.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunPlace {
  /** The entity that owns the project. */
  readonly entity: string
  /** The project. */
  readonly project: string
  /** The address of the web app, without a slash at the end. */
  readonly appUrl: string
}

/**
 * Codecs that give `config` and `summary` a type.
 *
 * @category Model
 * @since 0.1.0
 */
export interface DictCodecs<C = ConfigDict, S = SummaryDict> {
  /** Reads the config: unwrapped, without W&B's own entries. */
  readonly config?: t.Decoder<unknown, C>
  /** Reads the summary: without W&B's own entry. */
  readonly summary?: t.Decoder<unknown, S>
}

type Wire = Readonly<Record<string, unknown>>

/** The web app of nodes that nobody told where they stand. */
const CLOUD = 'https://wandb.ai'

const ownFields = (appUrl: string): AnyFields => ({
  systemMetrics: field('systemMetrics', SystemMetrics),
  historyKeys: field('historyKeys', HistoryKeys),
  loggedArtifactVersions: field('outputArtifacts', connection(artifactVersionCodec(appUrl))),
  usedArtifactVersions: field('inputArtifacts', connection(artifactVersionCodec(appUrl))),
  sweep: field('sweep', nullable(Sweep)),
  files: field('files', connection(RunFile)),
})

const wireKey = { config: 'config', summary: 'summaryMetrics' } as const

const isInternal = (u: unknown): boolean => isObject(u) && isObject(own(u, 'config')) && isObject(own(u, 'summary'))

const placeOf = (node: Wire): RunPlace | undefined => {
  const project = own(node, 'project')
  if (!isObject(project)) return undefined
  const entityName = own(project, 'entityName')
  const name = own(project, 'name')
  return typeof entityName === 'string' && typeof name === 'string'
    ? { entity: entityName, project: name, appUrl: CLOUD }
    : undefined
}

const Place = new t.Type<RunPlace>('Project', (u): u is RunPlace => isObject(u), t.failure, t.identity)

/** The light fields of a node as the beginning of its record, in the record's order. */
const readLight = (node: Wire, where: RunPlace, context: t.Context): t.Validation<Record<string, unknown>> => {
  const plain = plainLight(node, where)
  if (plain !== undefined) return t.success(plain)
  const target: Record<string, unknown> = {}
  const errors = readFields(nodeFields, node, context, target)
  if (errors.length > 0) return t.failures(errors)
  return t.success(Object.assign(target, { entity: where.entity, project: where.project, appUrl: where.appUrl }))
}

/**
 * The codec of runs with the heavy fields `fields`: reads a `Run` node of the wire, and writes it back.
 *
 * @param fields - The heavy fields to read; all of them must stand in the node.
 * @param place - The project of the runs. Without it every node must say its own, as `project { entityName name }`.
 * @param decode - Codecs that give config and summary a type. A run that they refuse is a failure that names the path.
 * @category Codec
 * @since 0.1.0
 */
export const runCodec = <F extends NodeField, C = ConfigDict, S = SummaryDict>(
  fields: ReadonlyArray<F>,
  place?: RunPlace,
  decode: DictCodecs<C, S> = {},
): t.Type<RunWith<F, C, S>, unknown> => {
  const wanted: ReadonlySet<NodeField> = new Set(fields)
  const ownTable: AnyFields = Object.fromEntries(
    Object.entries(ownFields(place?.appUrl ?? CLOUD)).filter(([key]) => wanted.has(key as NodeField)),
  )
  const table: AnyFields = { ...nodeFields, ...ownTable }
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
      const where = place ?? placeOf(u)
      if (where === undefined) {
        const project = own(u, 'project')
        return t.failure(project, t.appendContext(context, 'project', Place, project))
      }
      const light = readLight(u, where, context)
      if (E.isLeft(light)) return light
      const target = light.right
      const internal: Record<'config' | 'summary', Wire> = { config: nothing, summary: nothing }
      for (const key of dicts) {
        const read = readDict(key, own(u, wireKey[key]), decode[key], context)
        if (E.isLeft(read)) return read
        target[key] = read.right.value
        internal[key] = read.right.internal
      }
      const ownErrors = readFields(ownTable, u, context, target)
      if (ownErrors.length > 0) return t.failures(ownErrors)
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
