/** A run's node as W&B sends it. */
export const runNode = (number: number, more: object = {}): Readonly<Record<string, unknown>> => ({
  id: `storage-${number}`,
  name: `run${number}`,
  displayName: `Run ${number}`,
  state: 'finished',
  createdAt: '2024-01-01T00:00:00',
  heartbeatAt: '2024-01-01T01:00:00',
  tags: [],
  group: null,
  jobType: null,
  sweepName: null,
  user: { id: 'user-1', username: 'ada', name: 'Ada' },
  notes: null,
  description: null,
  commit: null,
  readOnly: false,
  historyLineCount: 0,
  computeSeconds: 0,
  config: '{}',
  summaryMetrics: '{}',
  systemMetrics: '{}',
  ...more,
})

/** A version's node as W&B sends it. */
export const versionNode = (number: number, more: object = {}): Readonly<Record<string, unknown>> => ({
  id: `version-${number}`,
  versionIndex: number,
  state: 'COMMITTED',
  size: 10,
  digest: 'abc',
  description: null,
  metadata: null,
  fileCount: 1,
  commitHash: null,
  historyStep: null,
  createdAt: '2024-01-01T00:00:00',
  updatedAt: null,
  artifactType: { name: 'model' },
  artifactSequence: { name: 'model', project: { name: 'vision', entityName: 'team' } },
  aliases: [],
  ...more,
})

export interface PageShape {
  readonly next?: string | null
  readonly count?: number
}

/** A connection over nodes; `next` is the cursor of the page after. */
export const connection = (nodes: ReadonlyArray<unknown>, { next }: PageShape = {}): object => ({
  pageInfo: { endCursor: next ?? `end-of-${nodes.length}`, hasNextPage: next !== undefined },
  edges: nodes.map((node, index) => ({ cursor: `edge-${index}`, node })),
})

/** The answer to `Runs`. */
export const runsAnswer = (runs: unknown, count?: number): object => ({
  data: { project: { name: 'vision', entityName: 'team', ...(count === undefined ? {} : { runCount: count }), runs } },
})

/** Serves a list of nodes page by page; a cursor reports how many came before. */
export const listing =
  (nodes: ReadonlyArray<unknown>) =>
  ({ variables }: { readonly variables: Readonly<Record<string, unknown>> }): object => {
    const start = Number(variables['after'] ?? 0)
    const page = nodes.slice(start, start + Number(variables['first']))
    const end = start + page.length
    return runsAnswer(
      {
        pageInfo: { endCursor: String(end), hasNextPage: end < nodes.length },
        edges: page.map((node, index) => ({ cursor: String(start + index + 1), node })),
      },
      nodes.length,
    )
  }
