import type { HttpReply } from '../../Client.ts'

/** Replies that are good for some time, as many as there is room for; the ones asked for last stay. */
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
      // A map keeps its order of insertion: what was asked for last stands last.
      entries.set(key, entry)
      return entry.reply
    },
    set: (key, { status, body }, now) => {
      entries.delete(key)
      // Without its headers: the rate limit of then says nothing of now.
      entries.set(key, { reply: { status, headers: {}, body }, until: now + ttl })
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries) break
        entries.delete(oldest)
      }
    },
    clear: () => entries.clear(),
  }
}
