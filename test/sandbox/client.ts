import type { Sandbox } from '../../sandbox/index.ts'

export const authorization = (key: string): string => `Basic ${Buffer.from(`api:${key}`).toString('base64')}`

// biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of every shape
export type Answer = any

export const send = (
  sandbox: Sandbox,
  query: string,
  variables: Record<string, unknown> = {},
  init: RequestInit = {},
): Promise<Response> =>
  fetch(`${sandbox.url}/graphql`, {
    method: 'POST',
    headers: { authorization: authorization(sandbox.apiKey), 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, operationName: '' }),
    ...init,
  })

export const ask = async (sandbox: Sandbox, query: string, variables: Record<string, unknown> = {}): Promise<Answer> =>
  (await send(sandbox, query, variables)).json()

export const RUNS = `query Runs($first: Int, $after: String, $order: String, $filters: JSONString, $project: String = "vision", $entity: String = "team") {
  project(name: $project, entityName: $entity) {
    runCount(filters: $filters)
    runs(first: $first, after: $after, order: $order, filters: $filters) {
      totalCount
      edges { cursor node { id name displayName createdAt tags user { username } config summaryMetrics } }
      pageInfo { endCursor hasNextPage }
    }
  }
}`

export const names = async (sandbox: Sandbox, variables: Record<string, unknown>): Promise<string[]> => {
  const { data, errors } = await ask(sandbox, RUNS, variables)
  if (errors !== undefined) throw new Error(errors[0].message)
  return data.project.runs.edges.map((edge: Answer) => edge.node.name)
}

/** Every run by paging, as a client does it; at most 50 pages. */
export const pages = async (sandbox: Sandbox, variables: Record<string, unknown>): Promise<string[][]> => {
  const found: string[][] = []
  let after: string | null = null
  for (let page = 0; page < 50; page += 1) {
    const answer: Answer = await ask(sandbox, RUNS, { ...variables, after })
    const { edges, pageInfo } = answer.data.project.runs
    found.push(edges.map((edge: Answer) => edge.node.name))
    if (!pageInfo.hasNextPage) return found
    after = pageInfo.endCursor
  }
  return found
}
