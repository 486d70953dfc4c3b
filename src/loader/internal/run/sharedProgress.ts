import type { Progress, RunsQuery } from '../../query.ts'

type Listener = NonNullable<RunsQuery['onProgress']>

/** Combines the progress of several lists that are parts of one load. */
export interface SharedProgress {
  /** Creates the listener for one list. */
  readonly listener: () => Listener
  /** Discards the progress of lists that were read in vain. */
  readonly forget: (listeners: ReadonlyArray<Listener>) => void
}

/** The combined progress never decreases, and its total is that of the first list. */
export const sharedProgress = (onProgress: Listener | undefined): SharedProgress => {
  const lists = new Map<Listener, Partial<Record<Progress['phase'], number>>>()
  const reported: Partial<Record<Progress['phase'], number>> = {}
  let total = 0
  return {
    listener: () => {
      const isFirst = lists.size === 0
      const own: Partial<Record<Progress['phase'], number>> = {}
      const listener: Listener = ({ phase, loaded, total: itsTotal }) => {
        own[phase] = loaded
        const sum = [...lists.values()].reduce((all, one) => all + (one[phase] ?? 0), 0)
        const now = Math.max(sum, reported[phase] ?? 0)
        reported[phase] = now
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
