import type { Progress, RunsQuery } from '../../query.ts'

type Listener = NonNullable<RunsQuery['onProgress']>

/** Adds up how far several lists have come that are parts of one load. */
export interface SharedProgress {
  /** What to tell of one list. */
  readonly listener: () => Listener
  /** Forgets what was told of some lists, which were read for nothing. */
  readonly forget: (listeners: ReadonlyArray<Listener>) => void
}

/** The load never seems to go back, and its total is what the first list has told. */
export const sharedProgress = (onProgress: Listener | undefined): SharedProgress => {
  const loaded = new Map<Listener, Map<Progress['phase'], number>>()
  const told = new Map<Progress['phase'], number>()
  let total = 0
  return {
    listener: () => {
      const isFirst = loaded.size === 0
      const own = new Map<Progress['phase'], number>()
      const listener: Listener = (progress) => {
        const { phase } = progress
        own.set(phase, progress.loaded)
        const sum = [...loaded.values()].reduce((all, one) => all + (one.get(phase) ?? 0), 0)
        const now = Math.max(sum, told.get(phase) ?? 0)
        told.set(phase, now)
        if (phase === 'runs' && isFirst) total = progress.total ?? total
        onProgress?.({ phase, loaded: now, total: phase === 'runs' ? Math.max(now, total) : progress.total })
      }
      loaded.set(listener, own)
      return listener
    },
    forget: (listeners) => {
      for (const listener of listeners) loaded.delete(listener)
    },
  }
}
