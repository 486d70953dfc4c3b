import { isDeepStrictEqual } from 'node:util'

/** Python reads the `-0` of a JSON text as the integer 0, which has no sign. */
const unsigned = (u: unknown): unknown => {
  if (Object.is(u, -0)) return 0
  if (Array.isArray(u)) return u.map(unsigned)
  if (typeof u !== 'object' || u === null || u instanceof Date) return u
  return Object.fromEntries(Object.entries(u).map(([key, value]) => [key, unsigned(value)]))
}

/** Counts what agrees and what does not, and says which. */
export interface Tally {
  /** Both sides say the same. */
  readonly same: (claim: string, ours: unknown, theirs: unknown) => void
  /** A claim holds. */
  readonly holds: (claim: string, isTrue: boolean, detail?: unknown) => void
  /** How many of each. */
  readonly counts: () => { readonly passed: number; readonly failed: number }
}

const shown = (u: unknown): string => (JSON.stringify(u) ?? 'undefined').slice(0, 300)

/** The first place where two values differ, as far as they are lists or dicts alike. */
const firstDifference = (ours: unknown, theirs: unknown, path = ''): string => {
  const isDict = (u: unknown): u is Record<string, unknown> =>
    typeof u === 'object' && u !== null && !(u instanceof Date)
  if (isDict(ours) && isDict(theirs)) {
    const key = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].find(
      (k) => !isDeepStrictEqual(ours[k], theirs[k]),
    )
    if (key !== undefined) return firstDifference(ours[key], theirs[key], `${path}/${key}`)
  }
  return `${path || '.'}\n     ours   ${shown(ours)}\n     theirs ${shown(theirs)}`
}

export const makeTally = (): Tally => {
  let passed = 0
  let failed = 0
  const note = (claim: string, isTrue: boolean, detail: () => string): void => {
    if (isTrue) {
      passed += 1
      console.log(`ok   ${claim}`)
    } else {
      failed += 1
      console.log(`FAIL ${claim}: ${detail()}`)
    }
  }
  return {
    same: (claim, ours, theirs) =>
      note(claim, isDeepStrictEqual(unsigned(ours), unsigned(theirs)), () => firstDifference(ours, theirs)),
    holds: (claim, isTrue, detail) => note(claim, isTrue, () => shown(detail)),
    counts: () => ({ passed, failed }),
  }
}
