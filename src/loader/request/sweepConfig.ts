import type { CollectionTag, Document, isScalar as isScalarType, ScalarTag, Tags, visit as visitType } from 'yaml'
import type { Client } from '../../client/Client.ts'
import { isObject } from '../../types/wire/own.ts'

type Tag = Exclude<Tags[number], string>

/** Types without a JSON equivalent, or that stay strings: dates, bytes, sets. */
const ignoredTags = /:(timestamp|binary|omap|pairs|set)$/

const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/
const FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)$/
const EXPONENT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)[eE][-+][0-9]+$/
const INTEGER = /^[-+]?(?:0|[1-9][0-9_]*)$/

const isScalar = (tag: Tag): tag is ScalarTag => !('collection' in tag) || tag.collection === undefined

/**
 * Plain scalars as Python reads them, because most sweeps are written in Python: `y` and `1e-3` are strings, `yes` is a
 * boolean and `1.0e-3` a number.
 */
const pythonPattern = (tag: ScalarTag): RegExp | undefined => {
  const { test, format } = tag
  if (test?.test('true')) return TRUE
  if (test?.test('false')) return FALSE
  if (test?.test('1.5')) return FLOAT
  if (format === 'EXP') return EXPONENT
  return test?.test('12') ? INTEGER : undefined
}

const asPython = (tag: Tag): CollectionTag | ScalarTag => {
  const pattern = isScalar(tag) ? pythonPattern(tag) : undefined
  return pattern === undefined ? tag : ({ ...tag, test: pattern } as ScalarTag)
}

const isTag = (tag: Tags[number]): tag is Tag => typeof tag !== 'string'

/** The values that W&B reads as text, however they are written: `name: 2024`, `name: yes`, `name: 0x10`. */
const textPaths: ReadonlyArray<ReadonlyArray<string>> = [
  ...['name', 'description', 'entity', 'project', 'program', 'method'].map((key) => [key]),
  ['metric', 'name'],
  ['metric', 'goal'],
  ['early_terminate', 'type'],
]

const keepTexts = (document: Document, isScalarNode: typeof isScalarType): void => {
  for (const path of textPaths) {
    const node = document.getIn(path, true)
    if (isScalarNode(node) && node.value !== null && node.source !== undefined) node.value = node.source
  }
}

/** The longest config that is parsed. */
const LONGEST = 2 ** 20

/** How many nodes may be visited for aliases: the library visits the document again for each of them. */
const MOST_VISITS = 2 ** 20

const hasTooManyAliases = (document: Document, visit: typeof visitType): boolean => {
  let nodes = 0
  let aliases = 0
  visit(document, {
    Node: () => {
      nodes += 1
    },
    Alias: () => {
      nodes += 1
      aliases += 1
    },
  })
  return aliases * nodes > MOST_VISITS
}

/** Some bundlers put all that a CommonJS module exports under `default`. */
const loadYaml = async (): Promise<typeof import('yaml')> => {
  const module: Partial<typeof import('yaml')> & { readonly default?: typeof import('yaml') } = await import('yaml')
  return module.parseDocument === undefined && module.default !== undefined
    ? module.default
    : (module as typeof import('yaml'))
}

/**
 * Loads the YAML library and returns a parser of YAML 1.1 that agrees with the official client, except for the values
 * that W&B reads as text, which are the text as written. Invalid YAML, and a text that would keep the library busy for
 * long, is returned as is.
 */
export const yamlReader = async (): Promise<(text: string) => unknown> => {
  const { isScalar: isScalarNode, parseDocument, visit } = await loadYaml()
  return (text) => {
    if (text.length > LONGEST) return text
    try {
      const document = parseDocument(text, {
        version: '1.1',
        customTags: (tags) =>
          tags
            .filter(isTag)
            .filter((tag) => !ignoredTags.test(tag.tag))
            .map(asPython),
        uniqueKeys: false,
        logLevel: 'error',
      })
      if (document.errors.length > 0 || hasTooManyAliases(document, visit)) return text
      keepTexts(document, isScalarNode)
      return document.toJS() as unknown
    } catch {
      return text
    }
  }
}

interface ProjectRef {
  readonly entity: string
  readonly project: string
}

/** Prepares sweep nodes for decoding: parses the YAML config, and adds the project and the URL of the web app. */
export const sweepNodePreparer = async (client: Client, project: ProjectRef): Promise<(node: unknown) => unknown> => {
  const read = await yamlReader()
  const configs = new Map<string, unknown>()
  const configOf = (config: unknown): unknown => {
    if (typeof config !== 'string' || config === '') return config
    // The runs of a page often share a sweep.
    if (!configs.has(config)) configs.set(config, read(config))
    return configs.get(config)
  }
  return (node) =>
    isObject(node)
      ? {
          ...node,
          config: configOf(node['config']),
          project: node['project'] ?? { entityName: project.entity, name: project.project },
          appUrl: client.appUrl,
        }
      : node
}

/** Prepares the sweeps of run nodes for decoding. The YAML library is loaded only if there is a sweep. */
export const prepareSweepNodes = async (
  client: Client,
  project: ProjectRef,
  runNodes: Array<unknown>,
): Promise<Array<unknown>> => {
  const hasSweep = (node: unknown): boolean => isObject(node) && isObject(node['sweep'])
  if (!runNodes.some(hasSweep)) return runNodes
  const readSweep = await sweepNodePreparer(client, project)
  return runNodes.map((node) =>
    isObject(node) && isObject(node['sweep']) ? { ...node, sweep: readSweep(node['sweep']) } : node,
  )
}
