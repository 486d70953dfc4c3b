import type { HttpReply } from '../../Client.ts'

/** A least-recently-used cache of responses that expire. */
export interface KeptReplies {
  readonly get: (key: string, now: number) => HttpReply | undefined
  readonly set: (key: string, reply: HttpReply, now: number) => void
  readonly clear: () => void
}

export const keptReplies = (ttl: number, maxEntries: number): KeptReplies => {
  const entries = new Map<string, { readonly reply: HttpReply; readonly until: number }>()
  return {
    get: (key, now) => {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      entries.delete(key)
      if (now >= entry.until) return undefined
      // A map iterates in insertion order, so the most recently used entry must be inserted last.
      entries.set(key, entry)
      return entry.reply
    },
    set: (key, { status, body }, now) => {
      entries.delete(key)
      // Without the headers, because their rate limit is out of date.
      entries.set(key, { reply: { status, headers: {}, body }, until: now + ttl })
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries) break
        entries.delete(oldest)
      }
    },
    clear: () => entries.clear(),
  }
}
