import { isObject } from '../../../types/codec/isObject.ts'
import type { Client } from '../../Client.ts'
import { yamlReader } from '../readYaml.ts'

interface ProjectRef {
  readonly entity: string
  readonly project: string
}

/** Prepares sweep nodes for decoding: parses the YAML config, and adds the project and the URL of the web app. */
export const sweepReader = async (client: Client, project: ProjectRef): Promise<(node: unknown) => unknown> => {
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
export const withSweepConfigs = async (
  client: Client,
  project: ProjectRef,
  runNodes: ReadonlyArray<unknown>,
): Promise<ReadonlyArray<unknown>> => {
  const hasSweep = (node: unknown): boolean => isObject(node) && isObject(node['sweep'])
  if (!runNodes.some(hasSweep)) return runNodes
  const readSweep = await sweepReader(client, project)
  return runNodes.map((node) =>
    isObject(node) && isObject(node['sweep']) ? { ...node, sweep: readSweep(node['sweep']) } : node,
  )
}
