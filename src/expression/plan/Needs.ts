import { defaultFields, type HeavyField } from '../../types/run/RunHeavy.ts'
import { isKeyPath, splitKeyPath } from '../values/path.ts'

/** Which data of a run a value may be or contain: the run itself, its whole config or summary, or rows of its history. */
export interface Provenance {
  readonly run: boolean
  readonly config: boolean
  readonly summary: boolean
  readonly history: boolean
  /** Whether it may be inside a dict built by the expression. */
  readonly isInDict: boolean
}

export const noProvenance: Provenance = { run: false, config: false, summary: false, history: false, isInDict: false }

export const isEmptyProvenance = ({ run, config, summary, history }: Provenance): boolean =>
  !(run || config || summary || history)

export const joinProvenance = (...origins: ReadonlyArray<Provenance>): Provenance => ({
  run: origins.some(({ run }) => run),
  config: origins.some(({ config }) => config),
  summary: origins.some(({ summary }) => summary),
  history: origins.some(({ history }) => history),
  isInDict: origins.some(({ isInDict }) => isInDict),
})

/** The needed keys, or all of them. */
type Keys = Set<string> | 'all'

/** Collects the fields and keys that are needed of each run. */
export class Needs {
  readonly fields: Set<HeavyField> = new Set()
  readonly #keys: Record<'config' | 'history' | 'summary', Keys> = {
    config: new Set(),
    history: new Set(),
    summary: new Set(),
  }

  /** The keys of a dict, sorted; `undefined` for all. */
  keysOf(dict: 'config' | 'history' | 'summary'): ReadonlyArray<string> | undefined {
    const keys = this.#keys[dict]
    const isUnknown = keys === 'all' || !this.fields.has(dict) || (dict === 'history' && keys.size === 0)
    return isUnknown ? undefined : [...keys].toSorted()
  }

  all(dict: 'config' | 'history' | 'summary'): void {
    this.#keys[dict] = 'all'
  }

  /** Adds a key and, if it may be a path, its first part. */
  key(dict: 'config' | 'history' | 'summary', key: string): void {
    const keys = this.#keys[dict]
    if (keys === 'all') return
    const [first = key] = isKeyPath(key) ? splitKeyPath(key) : []
    const isOpen = first === '*' || (dict === 'history' && (isKeyPath(key) || key === '_step'))
    if (isOpen) this.all(dict)
    else keys.add(key).add(first)
  }

  /** Adds everything that a value may contain. */
  whole({ run, config, summary, history }: Provenance): void {
    if (run) for (const field of defaultFields) this.fields.add(field)
    if (run || config) this.all('config')
    if (run || summary) this.all('summary')
    if (history || (run && this.fields.has('history'))) this.all('history')
  }
}
