import { serve, timed, totalsOf } from '../serve.ts'
import { type RunNode, readRuns, summaryValue } from './readRuns.ts'
import type { ReplayTask } from './resend.ts'

interface Task extends ReplayTask {
  readonly key: string
}

/** Repeats the requests one after another and keeps all runs. */
const readAll = async (task: Task): Promise<ReadonlyArray<RunNode>> => {
  const nodes: Array<RunNode> = []
  for (const request of task.requests) for (const node of await readRuns(task, request)) nodes.push(node)
  return nodes
}

serve<Task>(async (task) => {
  const [nodes, seconds] = await timed(() => readAll(task))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return { seconds, ...totalsOf([...byId.values()].map((node) => summaryValue(node, task.key))) }
})
