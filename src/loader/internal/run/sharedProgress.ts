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
  const lists = new Map<Listener, Partial<Record<Progress['phase'], number>>>()
  const told: Partial<Record<Progress['phase'], number>> = {}
  let total = 0
  return {
    listener: () => {
      const isFirst = lists.size === 0
      const own: Partial<Record<Progress['phase'], number>> = {}
      const listener: Listener = ({ phase, loaded, total: itsTotal }) => {
        own[phase] = loaded
        const sum = [...lists.values()].reduce((all, one) => all + (one[phase] ?? 0), 0)
        const now = Math.max(sum, told[phase] ?? 0)
        told[phase] = now
        if (phase === 'runs' && isFirst) total = itsTotal ?? total
        onProgress?.({ phase, loaded: now, total: phase === 'runs' ? Math.max(now, total) : itsTotal })
      }
      lists.set(listener, own)
      return listener
    },
    forget: (listeners) => {
      for (const listener of listeners) lists.delete(listener)
    },
  }
}
