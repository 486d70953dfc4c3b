import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { artifactVersionCodec } from '../artifact/ArtifactVersion.ts'
import { RunFile } from '../file/RunFile.ts'
import { Sweep } from '../sweep/Sweep.ts'
import { connection } from '../wire/connection.ts'
import { type DecodeFailure, type NodePosition, toDecodeFailure } from '../wire/DecodeFailure.ts'
import { emptyObject, getOwn, isObject } from '../wire/own.ts'
import { type AnyFields, field, hasFields, nullable, readFields, writeFields } from '../wire/record.ts'
import type { ConfigDict } from './ConfigDict.ts'
import { heavyWireNames as wireNames } from './fields.ts'
import { HistoryKeys } from './HistoryKeys.ts'
import type { InlineField, RunWith } from './RunHeavy.ts'
import { fastReadLight, runNodeFields } from './RunLight.ts'
import { isDictOfCodec, readDict, writeDict } from './readDict.ts'
import { type SummaryDict, SystemMetrics } from './SummaryDict.ts'

/**
 * The project of runs: known from the request, and not repeated in every node.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunProject {
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
  systemMetrics: field(wireNames.systemMetrics, SystemMetrics),
  historyKeys: field(wireNames.historyKeys, HistoryKeys),
  loggedArtifactVersions: field(wireNames.loggedArtifactVersions, connection(artifactVersionCodec(appUrl))),
  usedArtifactVersions: field(wireNames.usedArtifactVersions, connection(artifactVersionCodec(appUrl))),
  sweep: field(wireNames.sweep, nullable(Sweep)),
  files: field(wireNames.files, connection(RunFile)),
})

const isInternal = (u: unknown): boolean =>
  isObject(u) && isObject(getOwn(u, 'config')) && isObject(getOwn(u, 'summary'))

const projectOf = (node: Wire): RunProject | undefined => {
  const project = getOwn(node, 'project')
  if (!isObject(project)) return undefined
  const entityName = getOwn(project, 'entityName')
  const name = getOwn(project, 'name')
  return typeof entityName === 'string' && typeof name === 'string'
    ? { entity: entityName, project: name, appUrl: DEFAULT_APP_URL }
    : undefined
}

const ProjectNode = new t.Type<RunProject>('Project', (u): u is RunProject => isObject(u), t.failure, t.identity)

/** Decodes the light fields of a node, which come first in its record, into `target`. */
const readLight = (
  node: Wire,
  { entity, project, appUrl }: RunProject,
  context: t.Context,
  target: Record<string, unknown>,
): t.Errors => {
  const errors = fastReadLight(node, target) ? [] : readFields(runNodeFields, node, context, target)
  if (errors.length === 0) Object.assign(target, { entity, project, appUrl })
  return errors
}

/**
 * Returns a maker of objects with these keys, all `undefined`. V8 turns an object that is given so many keys one by one
 * into a hash table, and a spread object gets a shape of its own. Filtering and grouping 100,000 records of one shape
 * takes 75 % less time.
 */
const fastTemplate = (keys: ReadonlyArray<string>): (() => Record<string, unknown>) => {
  const template: Readonly<Record<string, unknown>> = Object.fromEntries(keys.map((key) => [key, undefined]))
  return () => Object.assign({}, template)
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
export const runCodec = <F extends InlineField, C = ConfigDict, S = SummaryDict>(
  fields: ReadonlyArray<F>,
  project?: RunProject,
  decode: DictCodecs<C, S> = {},
): t.Type<RunWith<F, C, S>, unknown> => {
  const wanted: ReadonlySet<InlineField> = new Set(fields)
  const heavyTable: AnyFields = Object.fromEntries(
    Object.entries(heavyFields(project?.appUrl ?? DEFAULT_APP_URL)).filter(([key]) => wanted.has(key as InlineField)),
  )
  const table: AnyFields = { ...runNodeFields, ...heavyTable }
  const dicts = (['config', 'summary'] as const).filter((key) => wanted.has(key))
  const emptyRecord = fastTemplate([
    ...Object.keys(runNodeFields),
    ...['entity', 'project', 'appUrl'],
    ...dicts,
    ...Object.keys(heavyTable),
    'internal',
  ])

  return new t.Type<RunWith<F, C, S>, unknown>(
    'Run',
    (u): u is RunWith<F, C, S> =>
      hasFields(table, u) &&
      isObject(u) &&
      dicts.every((key) => Object.hasOwn(u, key) && isDictOfCodec(u[key], decode[key])) &&
      ['entity', 'project', 'appUrl'].every((key) => typeof getOwn(u, key) === 'string') &&
      isInternal(getOwn(u, 'internal')),
    (u, context) => {
      if (!isObject(u)) return t.failure(u, context)
      const home = project ?? projectOf(u)
      if (home === undefined) {
        const wire = getOwn(u, 'project')
        return t.failure(wire, t.appendContext(context, 'project', ProjectNode, wire))
      }
      const target = emptyRecord()
      const lightErrors = readLight(u, home, context, target)
      if (lightErrors.length > 0) return t.failures(lightErrors)
      const internal: Record<'config' | 'summary', Wire> = { config: emptyObject, summary: emptyObject }
      for (const key of dicts) {
        const read = readDict(key, getOwn(u, wireNames[key]), decode[key], context)
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
      for (const key of dicts) node[wireNames[key]] = writeDict(key, source[key], decode[key], source.internal[key])
      return node
    },
  )
}

/**
 * Decodes GraphQL `Run` nodes one at a time, with a short reason for each that could not be decoded.
 *
 * @returns A function from a node and its position to the run, or to the reason why it could not be decoded. It never
 *   throws.
 * @category Codec
 * @since 0.1.0
 */
export const decodeRun = <F extends InlineField, C = ConfigDict, S = SummaryDict>(
  fields: ReadonlyArray<F>,
  project?: RunProject,
  decode: DictCodecs<C, S> = {},
): ((node: unknown, at?: NodePosition) => E.Either<DecodeFailure, RunWith<F, C, S>>) => {
  const codec = runCodec(fields, project, decode)
  return (node, at) => {
    try {
      const run = codec.decode(node)
      return E.isRight(run)
        ? run
        : E.left(toDecodeFailure(run.left, isObject(node) ? getOwn(node, 'name') : undefined, at))
    } catch {
      // Only reached by an object that runs code when read: a getter or a proxy.
      return E.left(toDecodeFailure([{ value: {}, context: t.getDefaultContext(codec) }], undefined, at))
    }
  }
}
