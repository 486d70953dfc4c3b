import type { RecordedRequest } from '../../server/Traffic.ts'
import { type ReplayTask, resend } from './resend.ts'

/** A run of a response, with its JSON strings parsed. */
export interface RunNode {
  readonly id: string
  config?: unknown
  summaryMetrics?: unknown
  systemMetrics?: unknown
}

interface Page {
  readonly data: { readonly project: { readonly runs?: { readonly edges: ReadonlyArray<{ readonly node: RunNode }> } } }
}

const parseString = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value)

/**
 * Reads the runs of one response: JSON.parse for the response and for each JSON string in it. Nodes without a summary
 * are skipped; they belong to requests that plan the load.
 */
export const readRuns = async (task: ReplayTask, request: RecordedRequest): Promise<ReadonlyArray<RunNode>> => {
  const page = JSON.parse(await (await resend(task, request)).text()) as Page
  return (page.data.project.runs?.edges ?? []).flatMap(({ node }) => {
    if (node.summaryMetrics === undefined) return []
    node.config = parseString(node.config)
    node.summaryMetrics = parseString(node.summaryMetrics)
    node.systemMetrics = parseString(node.systemMetrics)
    return [node]
  })
}

export const summaryValue = ({ summaryMetrics }: RunNode, key: string): number =>
  Number((summaryMetrics as Readonly<Record<string, unknown>>)[key])
