/** What a client sent. */
export interface Sent {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly operationName: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly redirect: string | undefined
  readonly signal: AbortSignal | undefined
}

export type Answer = Response | object

const asResponse = (answer: Answer): Response => (answer instanceof Response ? answer : Response.json(answer))

export interface Scripted {
  readonly fetch: typeof globalThis.fetch
  readonly sent: ReadonlyArray<Sent>
}

/** A `fetch` that answers by a function, and keeps what it was asked. Like a real one it rejects at the signal. */
export const scripted = (answer: (sent: Sent, index: number) => Answer | Promise<Answer>): Scripted => {
  const sent: Array<Sent> = []
  return {
    sent,
    fetch: async (url, init) => {
      const { query, operationName, variables } = JSON.parse(String(init?.body))
      const one: Sent = {
        url: String(url),
        headers: Object.fromEntries(new Headers(init?.headers)),
        operationName,
        query,
        variables,
        redirect: init?.redirect,
        signal: init?.signal ?? undefined,
      }
      sent.push(one)
      const aborted = new Promise<never>((_, reject) => {
        init?.signal?.addEventListener('abort', () =>
          reject(new DOMException('This operation was aborted', 'AbortError')),
        )
      })
      return Promise.race([Promise.resolve(answer(one, sent.length - 1)).then(asResponse), aborted])
    },
  }
}

/** Never. */
export const silence = new Promise<never>(() => {})
