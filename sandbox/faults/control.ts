import { type Fault, readFault, type When } from './fault.ts'

/** The parts of a request that faults match. */
export interface RequestInfo {
  readonly operation: string
  readonly page: number
}

export interface ActiveFault {
  readonly id: string
  readonly fault: Fault
  /** How many requests matched, and how many of them were hit. */
  readonly seen: number
  readonly hits: number
}

interface Entry {
  id: string
  fault: Fault
  seen: number
  hits: number
}

/** The active faults. */
export class FaultControl {
  #entries: Entry[] = []
  #added = 0

  /** Adds a fault and returns the id to remove it with. */
  add(fault: Fault): string {
    readFault(fault)
    this.#added += 1
    const id = `fault-${this.#added}`
    this.#entries.push({ id, fault, seen: 0, hits: 0 })
    return id
  }

  remove(id: string): boolean {
    const before = this.#entries.length
    this.#entries = this.#entries.filter((entry) => entry.id !== id)
    return this.#entries.length < before
  }

  clear(): void {
    this.#entries = []
  }

  list(): readonly ActiveFault[] {
    return this.#entries.map((entry) => ({ ...entry }))
  }

  /** Returns the faults that hit this request, and counts the request. */
  match(request: RequestInfo): readonly Fault[] {
    const hit: Fault[] = []
    for (const entry of this.#entries) {
      const when = entry.fault.when ?? {}
      if (!matches(when, request)) continue
      entry.seen += 1
      const limit = when.times ?? (when.nth === undefined ? Number.POSITIVE_INFINITY : 1)
      if (entry.seen < (when.nth ?? 1) || entry.hits >= limit) continue
      entry.hits += 1
      hit.push(entry.fault)
    }
    return hit
  }
}

function matches(when: When, { operation, page }: RequestInfo): boolean {
  if (when.page !== undefined && when.page !== page) return false
  if (when.operation === undefined) return true
  if (typeof when.operation !== 'string')
    return new RegExp(when.operation.source, when.operation.flags.replace(/[gy]/g, '')).test(operation)
  const pattern = /^\/(.*)\/([a-z]*)$/s.exec(when.operation)
  return pattern === null ? when.operation === operation : new RegExp(pattern[1] ?? '', pattern[2]).test(operation)
}
