import { readOf, serve, timed } from '../serve.ts'
import { askAgain, type Repeat } from './asked.ts'

interface Task extends Repeat {
  readonly key: string
}

interface Node {
  readonly id: string
  config?: unknown
  summaryMetrics?: unknown
  systemMetrics?: unknown
}

interface Page {
  readonly data: { readonly project: { readonly runs?: { readonly edges: ReadonlyArray<{ readonly node: Node }> } } }
}

const inner = (text: unknown): unknown => (typeof text === 'string' ? JSON.parse(text) : text)

/** The requests that were made, one after the other, each through JSON.parse, and so each text in it. */
const read = async (task: Repeat): Promise<ReadonlyArray<Node>> => {
  const nodes: Array<Node> = []
  for (const asked of task.requests) {
    const reply = JSON.parse(await (await askAgain(task, asked)).text()) as Page
    for (const { node } of reply.data.project.runs?.edges ?? []) {
      node.config = inner(node.config)
      node.summaryMetrics = inner(node.summaryMetrics)
      node.systemMetrics = inner(node.systemMetrics)
      nodes.push(node)
    }
  }
  return nodes
}

serve<Task>(async (task) => {
  const [nodes, seconds] = await timed(() => read(task))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const summaries = [...byId.values()].map(({ summaryMetrics }) => summaryMetrics as Record<string, unknown>)
  return { seconds, ...readOf(summaries.map((summary) => Number(summary[task.key]))) }
})
