import { createHash } from 'node:crypto'
import { parseLenient } from '../json/lenient.ts'
import { isRecord } from '../json/lookup.ts'
import type { RunRecord } from '../store/record.ts'
import type { Row } from './flatten.ts'
import { type WriteOptions, writeParquet } from './write.ts'

/** The part of a history that is exported as Parquet, and how it is split into files. */
export interface ExportPlan extends Partial<WriteOptions> {
  /** The fraction of rows that is exported, from the first row; 0 to 1. */
  readonly exported: number
  /** The fraction of rows before the live ones; if less than `exported`, some rows are in both. */
  readonly liveFrom: number
  /** The number of files. */
  readonly files?: number
}

/**
 * `none`: neither Parquet URLs nor live rows, as on some servers. `live`: all rows are live, as in an active run.
 * `parquet`: all rows are exported. `mixed`: some rows are exported, the rest is live, and a few are both.
 */
export type HistoryMode = 'none' | 'live' | 'parquet' | 'mixed' | ExportPlan

const PLANS: Readonly<Record<'live' | 'parquet' | 'mixed', ExportPlan>> = {
  live: { exported: 0, liveFrom: 0 },
  parquet: { exported: 1, liveFrom: 1 },
  mixed: { exported: 0.6, liveFrom: 0.5 },
}

const FILES = 3
const ROW_GROUP_ROWS = 500

const NONE = { parquetUrls: [], liveData: [] } as const

const stepOf = (row: Row): number => (typeof row['_step'] === 'number' ? row['_step'] : 0)

const pathOf = (run: RunRecord): string => `${run.entity}/${run.project}/${run.id}`

/** The Parquet exports of histories and their signed URLs. */
export class Exports {
  readonly #default: HistoryMode
  readonly #modes = new Map<string, HistoryMode>()
  readonly #given = new Map<string, readonly Uint8Array[]>()
  readonly #files = new Map<string, readonly Uint8Array[]>()
  #generation = 0
  #answers = 0
  /** Reverses the order of the URLs in every other response. */
  reorder = false

  constructor(mode: HistoryMode = 'none') {
    this.#default = mode
  }

  /** Sets the mode of a run (`entity/project/id`) or of all runs of a project (`entity/project`). */
  set(path: string, mode: HistoryMode): void {
    this.#modes.set(path, mode)
    this.#files.clear()
  }

  /** Serves these files for a run, along with the live rows of its mode. */
  give(path: string, files: readonly Uint8Array[]): void {
    this.#given.set(path, files)
  }

  /** Invalidates all URLs issued so far. */
  expire(): void {
    this.#generation += 1
  }

  /** Resolves `parquetHistory`. */
  answer(run: RunRecord, liveKeys: readonly string[] | null | undefined, origin: string): unknown {
    const plan = this.#plan(run)
    const given = this.#given.get(pathOf(run))
    if (plan === undefined && given === undefined) return NONE
    const count = (given ?? this.#written(run)).length
    const urls = Array.from({ length: count }, (_, index) => `${origin}${this.#url(run, index)}`)
    this.#answers += 1
    const live = plan === undefined ? [] : rowsOf(run).slice(Math.ceil(run.history.length * plan.liveFrom))
    return {
      parquetUrls: this.reorder && this.#answers % 2 === 0 ? urls.reverse() : urls,
      liveData: live.flatMap((row) => only(row, liveKeys)),
    }
  }

  /** Returns an exported file of a run. */
  file(run: RunRecord, index: number): Uint8Array | undefined {
    return (this.#given.get(pathOf(run)) ?? this.#written(run))[index]
  }

  isValid(url: URL): boolean {
    const generation = Number(url.searchParams.get('generation'))
    return generation === this.#generation && url.searchParams.get('signature') === this.#sign(url.pathname, generation)
  }

  #plan(run: RunRecord): ExportPlan | undefined {
    const mode = this.#modes.get(pathOf(run)) ?? this.#modes.get(`${run.entity}/${run.project}`) ?? this.#default
    return mode === 'none' ? undefined : typeof mode === 'string' ? PLANS[mode] : mode
  }

  #written(run: RunRecord): readonly Uint8Array[] {
    const before = this.#files.get(pathOf(run))
    if (before !== undefined) return before
    const plan = this.#plan(run) ?? PLANS.live
    const rows = rowsOf(run).slice(0, Math.floor(run.history.length * plan.exported))
    const size = Math.ceil(rows.length / (plan.files ?? FILES))
    const files: Uint8Array[] = []
    for (let from = 0; from < rows.length; from += size)
      files.push(
        writeParquet(rows.slice(from, from + size), {
          rowGroupRows: plan.rowGroupRows ?? ROW_GROUP_ROWS,
          floatSteps: plan.floatSteps ?? false,
        }),
      )
    this.#files.set(pathOf(run), files)
    return files
  }

  #url(run: RunRecord, index: number): string {
    const path = `/storage/${[run.entity, run.project, run.id].map(encodeURIComponent).join('/')}/${index}.runhistory.parquet`
    return `${path}?generation=${this.#generation}&signature=${this.#sign(path, this.#generation)}`
  }

  #sign(path: string, generation: number): string {
    return createHash('sha256').update(`${path}:${generation}`).digest('hex').slice(0, 32)
  }
}

const rowsOf = (run: RunRecord): Row[] =>
  run.history
    .map(parseLenient)
    .filter(isRecord)
    .sort((one, other) => stepOf(one) - stepOf(other))

/** Converts to standard JSON, where NaN and the infinities are strings. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (Array.isArray(value)) return value.map(plain)
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)])) : value
}

/** Returns the row with only those keys, or nothing if it has none of them. */
function only(row: Row, keys: readonly string[] | null | undefined): unknown[] {
  const entries = Object.entries(row).filter(([key]) => keys == null || keys.includes(key))
  return entries.length === 0 ? [] : [plain(Object.fromEntries(entries))]
}
