import { createHash } from 'node:crypto'
import type { FileLine, HistoryKeys, LogLine } from '../records/line.ts'
import { formatTime } from '../records/time.ts'
import type { RunRecord } from '../store/record.ts'
import { hash, word } from './random.ts'
import type { Shape } from './shape.ts'
import { configValue, historyValue, summaryKey, summaryValue } from './values.ts'

const STATES = ['finished', 'finished', 'finished', 'finished', 'failed', 'crashed', 'killed', 'running'] as const
const TAGS = ['baseline', 'ablation', 'best', 'debug'] as const

const NAME = 10
const STATE = 11
const TAG = 12
const USER = 13
const LENGTH = 14
const SYSTEM = 15
const EVENT = 16

const formatValue = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value)

/** A run that stores only its index and computes everything else on access. */
export class SyntheticRun implements RunRecord {
  readonly #shape: Shape
  readonly #index: number

  constructor(shape: Shape, index: number) {
    this.#shape = shape
    this.#index = index
  }

  get id(): string {
    return `${word(this.#shape.seed, NAME, this.#index)}${this.#index.toString(36).padStart(4, '0')}`
  }
  get entity(): string {
    return this.#shape.entity
  }
  get project(): string {
    return this.#shape.project
  }
  get displayName(): string {
    return `synthetic-${this.#index + 1}`
  }
  get group(): string | null {
    return this.#index % 4 === 0 ? null : `group-${this.#index % 10}`
  }
  get jobType(): string | null {
    return this.#index % 5 === 0 ? 'eval' : 'train'
  }
  get state(): string {
    return STATES[hash(this.#shape.seed, STATE, this.#index) % STATES.length] ?? 'finished'
  }
  get createdAt(): string {
    return formatTime(this.#shape.start + this.#index * this.#shape.spacing)
  }
  get heartbeatAt(): string {
    return formatTime(this.#shape.start + this.#index * this.#shape.spacing + this.computeSeconds * 1000)
  }
  get tags(): readonly string[] {
    return TAGS.filter((_, tag) => hash(this.#shape.seed, TAG, this.#index, tag) % 4 === 0)
  }
  get notes(): null {
    return null
  }
  get description(): null {
    return null
  }
  get sweepName(): null {
    return null
  }
  get commit(): string {
    return createHash('sha1').update(this.id).digest('hex')
  }
  get user(): string {
    return `user-${(hash(this.#shape.seed, USER, this.#index) % this.#shape.users) + 1}`
  }
  get host(): string {
    return `node-${this.#index % 8}`
  }
  get exitcode(): number | null {
    return this.state === 'running' ? null : this.state === 'finished' ? 0 : 1
  }
  get computeSeconds(): number {
    return 60 + (hash(this.#shape.seed, LENGTH, this.#index) % 36_000)
  }

  get config(): string {
    const { seed, configKeys, configStems } = this.#shape
    let text = '{"_wandb":{"desc":null,"value":{"cli_version":"0.30.0"}}'
    for (let key = 0; key < configKeys; key += 1)
      text += `${configStems[key]}${formatValue(configValue(seed, this.#index, key))}}`
    return `${text}}`
  }

  get summaryMetrics(): string {
    const { seed, summaryKeys, summaryStems, start, spacing } = this.#shape
    const runtime = this.computeSeconds
    const timestamp = (start + this.#index * spacing) / 1000 + runtime
    let text = `{"_step":${this.#lastStep},"_runtime":${runtime},"_timestamp":${timestamp},"_wandb":{"runtime":${runtime}}`
    for (let key = 0; key < summaryKeys; key += 1) text += `${summaryStems[key]}${summaryValue(seed, this.#index, key)}`
    return `${text}}`
  }

  get systemMetrics(): string {
    const { seed } = this.#shape
    return `{"system.cpu":${hash(seed, SYSTEM, this.#index) % 100},"system.memory":${hash(seed, SYSTEM, this.#index, 1) % 100}}`
  }

  get peek(): NonNullable<RunRecord['peek']> {
    const { seed, configKeys, summaryKeys, configIndex, summaryIndex } = this.#shape
    return {
      config: (name) => {
        const key = configIndex.get(name)
        return key === undefined || key >= configKeys ? undefined : { value: configValue(seed, this.#index, key) }
      },
      summary: (name) => {
        const key = summaryIndex.get(name)
        if (key !== undefined && key < summaryKeys) return summaryValue(seed, this.#index, key)
        if (name === '_step') return this.#lastStep
        return name === '_runtime' || name === '_wandb.runtime' ? this.computeSeconds : undefined
      },
    }
  }

  get historyLineCount(): number {
    return this.#shape.historyRows
  }

  get history(): readonly string[] {
    const { seed, historyRows, historyMetrics } = this.#shape
    const start = this.#shape.start + this.#index * this.#shape.spacing
    const every = this.computeSeconds / Math.max(1, historyRows)
    return Array.from({ length: historyRows }, (_, step) => {
      const runtime = Math.round(step * every * 1000) / 1000
      const entries = [`"_step":${step}`, `"_runtime":${runtime}`, `"_timestamp":${start / 1000 + runtime}`]
      for (let key = 0; key < historyMetrics; key += 1)
        entries.push(`"${summaryKey(key)}":${historyValue(seed, this.#index, step, key)}`)
      return `{${entries.join(',')}}`
    })
  }

  get historyKeys(): HistoryKeys | null {
    const { historyRows, historyMetrics } = this.#shape
    if (historyRows === 0) return null
    const names = Array.from({ length: historyMetrics }, (_, key) => summaryKey(key))
    return {
      lastStep: this.#lastStep,
      keys: Object.fromEntries(
        ['_step', '_runtime', '_timestamp', ...names].map((name) => [
          name,
          {
            typeCounts: [{ type: 'number', count: historyRows }],
            monotonic: name.startsWith('_'),
            previousValue: name === '_step' ? this.#lastStep : 0,
          },
        ]),
      ),
    }
  }

  get events(): readonly string[] {
    const rows = Math.min(this.#shape.historyRows, 100)
    return Array.from(
      { length: rows },
      (_, row) =>
        `{"_runtime":${row * 15},"_timestamp":${this.#shape.start / 1000 + row * 15},"system.cpu":${hash(this.#shape.seed, EVENT, this.#index, row) % 100}}`,
    )
  }

  get logLines(): readonly LogLine[] {
    return Array.from({ length: Math.min(this.#shape.historyRows, 20) }, (_, number) => ({
      number,
      level: '',
      timestamp: this.createdAt,
      line: `step ${number}`,
    }))
  }

  get files(): readonly FileLine[] {
    return Array.from({ length: this.#shape.filesPerRun }, (_, file) => {
      const name = file === 0 ? 'config.yaml' : `media/file_${String(file).padStart(5, '0')}.txt`
      const content = this.fileContent(name)
      return {
        name,
        sizeBytes: content.length,
        md5: createHash('md5').update(content).digest('base64'),
        mimetype: 'text/plain',
        updatedAt: this.heartbeatAt,
      }
    })
  }

  fileContent(name: string): Uint8Array {
    return Buffer.from(`run: ${this.id}\nfile: ${name}\n`)
  }

  get loggedArtifacts(): readonly string[] {
    return this.#shape.artifacts.loggedBy(this.#index)
  }

  get usedArtifacts(): readonly string[] {
    return this.#shape.artifacts.usedBy(this.#index)
  }

  get #lastStep(): number {
    return this.#shape.historyRows - 1
  }
}
