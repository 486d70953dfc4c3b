import type { Asked } from '../../server/Asked.ts'
import { askAgain, type Repeat } from './asked.ts'

/** A run of a reply, with its texts read. */
export interface Node {
  readonly id: string
  config?: unknown
  summaryMetrics?: unknown
  systemMetrics?: unknown
}

interface Page {
  readonly data: { readonly project: { readonly runs?: { readonly edges: ReadonlyArray<{ readonly node: Node }> } } }
}

const inner = (text: unknown): unknown => (typeof text === 'string' ? JSON.parse(text) : text)

/**
 * The runs of one answer: the whole of it through JSON.parse, and each text in it. What was asked for less than the
 * summary is no run that was loaded.
 */
export const runsOf = async (task: Repeat, asked: Asked): Promise<ReadonlyArray<Node>> => {
  const reply = JSON.parse(await (await askAgain(task, asked)).text()) as Page
  return (reply.data.project.runs?.edges ?? []).flatMap(({ node }) => {
    if (node.summaryMetrics === undefined) return []
    node.config = inner(node.config)
    node.summaryMetrics = inner(node.summaryMetrics)
    node.systemMetrics = inner(node.systemMetrics)
    return [node]
  })
}

export const metricOf = ({ summaryMetrics }: Node, key: string): number =>
  Number((summaryMetrics as Readonly<Record<string, unknown>>)[key])
