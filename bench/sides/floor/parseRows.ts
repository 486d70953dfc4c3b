import { readOf, serve, timed } from '../serve.ts'
import { askAgain, type Repeat } from './asked.ts'

interface Task extends Repeat {
  readonly key: string
}

type Rows = ReadonlyArray<Readonly<Record<string, unknown>>>

interface Page {
  readonly data: { readonly project: { readonly run?: { readonly history?: ReadonlyArray<string> } } }
}

/** The requests that were made, one after the other, each through JSON.parse, and so the text of each row. */
const read = async (task: Repeat): Promise<Rows> => {
  const rows: Array<Rows[number]> = []
  for (const asked of task.requests) {
    const reply = JSON.parse(await (await askAgain(task, asked)).text()) as Page
    for (const text of reply.data.project.run?.history ?? []) rows.push(JSON.parse(text))
  }
  return rows
}

serve<Task>(async (task) => {
  const [rows, seconds] = await timed(() => read(task))
  return { seconds, ...readOf(rows.map((row) => Number(row[task.key]))) }
})
