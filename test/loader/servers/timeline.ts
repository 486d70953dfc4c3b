import { connection, runsAnswer } from './nodes.ts'
import { type Answer, type Scripted, type Sent, scripted } from './scripted.ts'

type Node = Readonly<Record<string, unknown>>

/** How a server may go wrong at cutting time, or be asked in vain. */
export interface Quirks {
  /** Takes every `createdAt` of a filter for one so many milliseconds later. */
  readonly shift?: number
  /** Leaves out what was created at the first time of a range. */
  readonly opens?: boolean
  /** Does not heed `createdAt` in filters of lists. */
  readonly ignores?: boolean
  /** Answers before the others, where it returns an answer. */
  readonly instead?: (sent: Sent, index: number) => Answer | undefined
  /** Called at every page, before it is made. */
  readonly onPage?: (sent: Sent) => void
  /** How long a page takes, in milliseconds. */
  readonly delay?: number
}

interface Bounds {
  readonly from: number
  readonly to: number
}

const boundsIn = (filters: unknown, { shift = 0 }: Quirks): Bounds => {
  const { createdAt, $and } = JSON.parse(String(filters ?? '{}'))
  const { $gte, $lt } = createdAt ?? $and?.[1]?.createdAt ?? {}
  return {
    from: $gte === undefined ? Number.NEGATIVE_INFINITY : Date.parse($gte) + shift,
    to: $lt === undefined ? Number.POSITIVE_INFINITY : Date.parse($lt) + shift,
  }
}

const times = new WeakMap<Node, number>()

// Cached, since every page sorts by them.
const timeOf = (node: Node): number => {
  const time = times.get(node) ?? Date.parse(`${node['createdAt']}Z`)
  times.set(node, time)
  return time
}

/**
 * A server of one project whose runs are asked for by when they were created: whole lists and ranges, pages, counts.
 * `nodes` may change while it serves; a cursor names the run before.
 */
export const timeline = (nodes: ReadonlyArray<Node>, quirks: Quirks = {}): Scripted => {
  const within = (filters: unknown): ReadonlyArray<Node> => {
    const { from, to } = boundsIn(filters, quirks)
    return nodes.filter((node) => {
      const time = timeOf(node)
      return (time > from || (time === from && quirks.opens !== true)) && time < to
    })
  }
  const ordered = (some: ReadonlyArray<Node>, order: unknown): ReadonlyArray<Node> => {
    const sorted = some.toSorted((a, b) => timeOf(a) - timeOf(b) || (String(a['id']) < String(b['id']) ? -1 : 1))
    return String(order).startsWith('-') ? sorted.reverse() : sorted
  }
  return scripted(async (sent, index) => {
    const instead = quirks.instead?.(sent, index)
    if (instead !== undefined) return instead
    const { operationName, variables } = sent
    if (operationName === 'RunRangeCounts') {
      const counts = Object.entries(variables).flatMap(([name, filters]) =>
        name.startsWith('filters') ? [[name.replace('filters', 'range'), within(filters).length]] : [],
      )
      const { range: total, ...ranges } = Object.fromEntries(counts)
      return { data: { project: { total, ...ranges } } }
    }
    quirks.onPage?.(sent)
    if (quirks.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, quirks.delay))
    const heeded = quirks.ignores ? '{}' : variables['filters']
    const list = ordered(within(heeded), variables['order'])
    if (operationName === 'LastCreatedRun') return runsAnswer({ edges: list.slice(0, 1).map((node) => ({ node })) })
    const start = list.findIndex(({ id }) => id === variables['after']) + 1
    const page = list.slice(start, start + Number(variables['first']))
    const more = start + page.length < list.length
    return runsAnswer(connection(page, more ? { next: String(page.at(-1)?.['id']) } : {}), list.length)
  })
}
