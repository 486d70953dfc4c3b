import { isObject } from '../../../types/codec/isObject.ts'
import type { Client } from '../../Client.ts'
import { yamlReader } from '../readYaml.ts'

interface Place {
  readonly entity: string
  readonly project: string
}

/** Gets sweep nodes ready for their codec: the config's YAML is read, and the address of the web app stands in them. */
export const sweepReader = async (client: Client, place: Place): Promise<(node: unknown) => unknown> => {
  const read = await yamlReader()
  const configs = new Map<string, unknown>()
  const configOf = (config: unknown): unknown => {
    if (typeof config !== 'string' || config === '') return config
    // The runs of a page often share their sweep.
    if (!configs.has(config)) configs.set(config, read(config))
    return configs.get(config)
  }
  return (node) =>
    isObject(node)
      ? {
          ...node,
          config: configOf(node['config']),
          project: node['project'] ?? { entityName: place.entity, name: place.project },
          appUrl: client.appUrl,
        }
      : node
}

/** Run nodes whose sweeps are ready for their codec. The library for it is loaded where there is a sweep at all. */
export const withSweepConfigs = async (
  client: Client,
  place: Place,
  runNodes: ReadonlyArray<unknown>,
): Promise<ReadonlyArray<unknown>> => {
  const hasSweep = (node: unknown): boolean => isObject(node) && isObject(node['sweep'])
  if (!runNodes.some(hasSweep)) return runNodes
  const readSweep = await sweepReader(client, place)
  return runNodes.map((node) =>
    isObject(node) && isObject(node['sweep']) ? { ...node, sweep: readSweep(node['sweep']) } : node,
  )
}
