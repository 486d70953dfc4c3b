import { isDeepStrictEqual } from 'node:util'
import { type Defect, standing } from './standing.ts'
import type { Version } from './venv.ts'

type Dict = Readonly<Record<string, unknown>>

const isDict = (u: unknown): u is Dict => typeof u === 'object' && u !== null && !(u instanceof Date)

/** Python reads the `-0` of a JSON text as the integer 0, which has no sign. */
const unsigned = (u: unknown): unknown => {
  if (Object.is(u, -0)) return 0
  if (Array.isArray(u)) return u.map(unsigned)
  if (!isDict(u)) return u
  return Object.fromEntries(Object.entries(u).map(([key, value]) => [key, unsigned(value)]))
}

/** How `official.py` begins to say what a version of the client does not have. */
const LACKS = 'not in this version: '

export const lackOf = (u: unknown): string | undefined =>
  typeof u === 'string' && u.startsWith(LACKS) ? u.slice(LACKS.length) : undefined

/** What is lacking for the whole answer, in each shape that our readers give to a failure. */
const lackOfAll = (theirs: unknown): string | undefined => {
  if (Array.isArray(theirs)) return theirs.length === 1 && isDict(theirs[0]) ? lackOf(theirs[0]['error']) : undefined
  if (!isDict(theirs)) return lackOf(theirs)
  return lackOf(theirs['left']) ?? lackOf(theirs['error'])
}

/** Our side with their words at the places where a version lacks something. */
const masked = (ours: unknown, theirs: unknown, onLack: (what: string) => void): unknown => {
  const lack = lackOf(theirs)
  if (lack !== undefined) {
    onLack(lack)
    return theirs
  }
  if (Array.isArray(ours) && Array.isArray(theirs)) return ours.map((one, at) => masked(one, theirs[at], onLack))
  if (!isDict(ours) || !isDict(theirs) || Array.isArray(ours)) return ours
  return Object.fromEntries(Object.entries(ours).map(([key, value]) => [key, masked(value, theirs[key], onLack)]))
}

const shown = (u: unknown): string => (JSON.stringify(u) ?? 'undefined').slice(0, 300)

/** The first place where two values differ, as far as they are lists or dicts alike. */
const firstDifference = (ours: unknown, theirs: unknown, path = ''): string => {
  if (isDict(theirs) && 'left' in theirs && !(isDict(ours) && 'left' in ours)) return `theirs ${shown(theirs)}`
  if (isDict(ours) && isDict(theirs)) {
    const key = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].find(
      (k) => k !== '_tag' && !isDeepStrictEqual(ours[k], theirs[k]),
    )
    if (key !== undefined) return firstDifference(ours[key], theirs[key], `${path}/${key}`)
  }
  return `${path || '.'}\n     ours   ${shown(ours)}\n     theirs ${shown(theirs)}`
}

/** Counts what agrees and what does not, and says which. */
export interface Tally {
  /** Both sides say the same, as far as the version has what it is asked for. */
  readonly same: (claim: string, ours: unknown, theirs: unknown) => void
  /** A claim holds. */
  readonly holds: (claim: string, isTrue: boolean, detail?: unknown) => void
  /** The official client is wrong in the versions in which the defect stands, and right in the others; we are right in all. */
  readonly defect: (
    number: Defect,
    claim: string,
    isWrongThere: boolean,
    isRightHere: boolean,
    detail?: unknown,
  ) => void
  /** What was found lacking in the version. */
  readonly lacks: () => ReadonlyArray<string>
  /** How many of each. */
  readonly counts: () => { readonly passed: number; readonly failed: number; readonly impossible: number }
}

/** A tally for one version of the official client, or for what does not ask it. */
export const makeTally = (version?: Version): Tally => {
  let passed = 0
  let failed = 0
  let impossible = 0
  const lacks = new Set<string>()
  const mark = version === undefined ? '' : `${version} `
  const note = (claim: string, isTrue: boolean, detail: () => string): void => {
    if (isTrue) passed += 1
    else failed += 1
    console.log(isTrue ? `${mark}ok   ${claim}` : `${mark}FAIL ${claim}: ${detail()}`)
  }
  const cannot = (claim: string, lack: string): void => {
    impossible += 1
    lacks.add(lack)
    console.log(`${mark}--   ${claim}: ${version} has no ${lack}`)
  }
  return {
    same: (claim, ours, theirs) => {
      const lack = lackOfAll(theirs)
      if (lack !== undefined) return cannot(claim, lack)
      const left = masked(ours, theirs, (what) => lacks.add(what))
      note(claim, isDeepStrictEqual(unsigned(left), unsigned(theirs)), () => firstDifference(left, theirs))
    },
    holds: (claim, isTrue, detail) => {
      const lack = lackOfAll(detail)
      if (lack !== undefined) return cannot(claim, lack)
      note(claim, isTrue, () => shown(detail))
    },
    defect: (number, claim, isWrongThere, isRightHere, detail) => {
      const lack = lackOfAll(detail)
      if (lack !== undefined) return cannot(`${number}: ${claim}`, lack)
      const stands = version !== undefined && standing[number].includes(version)
      const said = stands ? `${number}: ${claim}` : `${number} is not in ${version}: ${claim}`
      note(said, isWrongThere === stands && isRightHere, () => shown({ isWrongThere, isRightHere, detail }))
    },
    lacks: () => [...lacks].sort(),
    counts: () => ({ passed, failed, impossible }),
  }
}
