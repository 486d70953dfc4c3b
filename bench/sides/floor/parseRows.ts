import { serve, timed, totalsOf } from '../serve.ts'
import { type ReplayTask, resend } from './resend.ts'

interface Task extends ReplayTask {
  readonly key: string
}

type Rows = ReadonlyArray<Readonly<Record<string, unknown>>>

interface Page {
  readonly data: { readonly project: { readonly run?: { readonly history?: ReadonlyArray<string> } } }
}

/** Repeats the requests one after another, with JSON.parse for each response and for each row in it. */
const readRows = async (task: ReplayTask): Promise<Rows> => {
  const rows: Array<Rows[number]> = []
  for (const request of task.requests) {
    const page = JSON.parse(await (await resend(task, request)).text()) as Page
    for (const row of page.data.project.run?.history ?? []) rows.push(JSON.parse(row))
  }
  return rows
}

serve<Task>(async (task) => {
  const [rows, seconds] = await timed(() => readRows(task))
  return { seconds, ...totalsOf(rows.map((row) => Number(row[task.key]))) }
})
