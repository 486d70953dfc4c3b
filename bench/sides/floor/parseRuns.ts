import { readOf, serve, timed } from '../serve.ts'
import type { Repeat } from './asked.ts'
import { metricOf, type Node, runsOf } from './runsOf.ts'

interface Task extends Repeat {
  readonly key: string
}

/** The requests that were made, one after the other. */
const read = async (task: Repeat): Promise<ReadonlyArray<Node>> => {
  const nodes: Array<Node> = []
  for (const asked of task.requests) for (const node of await runsOf(task, asked)) nodes.push(node)
  return nodes
}

serve<Task>(async (task) => {
  const [nodes, seconds] = await timed(() => read(task))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return { seconds, ...readOf([...byId.values()].map((node) => metricOf(node, task.key))) }
})
