import { createHash } from 'node:crypto'
import { formatTime } from '../records/time.ts'
import type { List } from '../store/list.ts'
import type { ArtifactRecord } from '../store/record.ts'
import { hash } from './random.ts'

const NAME = 'model'

interface Facts {
  readonly seed: number
  readonly entity: string
  readonly project: string
  readonly runs: number
  readonly perRun: number
  readonly special: Readonly<Record<number, number>>
  readonly usedPerRun: number
  readonly start: number
  readonly spacing: number
  readonly runId: (index: number) => string
}

/** All runs log versions of one collection in turn, so that the version number determines the run. */
export class SyntheticArtifacts {
  readonly #facts: Facts
  /** The number of versions logged before each run; the last element is the total. */
  readonly #before: Uint32Array

  constructor(facts: Facts) {
    this.#facts = facts
    this.#before = new Uint32Array(facts.runs + 1)
    for (let run = 0; run < facts.runs; run += 1)
      this.#before[run + 1] = this.#at(run) + (facts.special[run] ?? facts.perRun)
  }

  get collection(): { readonly name: string; readonly type: string; readonly versions: List<ArtifactRecord> } {
    return {
      name: NAME,
      type: 'model',
      versions: { length: this.#at(this.#facts.runs), at: (version) => this.#version(version) },
    }
  }

  loggedBy(run: number): string[] {
    const from = this.#at(run)
    return Array.from({ length: this.#at(run + 1) - from }, (_, index) => this.#id(from + index))
  }

  /** Returns versions that earlier runs logged. */
  usedBy(run: number): string[] {
    const known = this.#at(run)
    const wanted = Math.min(this.#facts.usedPerRun, known)
    const first = known === 0 ? 0 : hash(this.#facts.seed, 21, run) % known
    return Array.from({ length: wanted }, (_, index) => this.#id((first + index) % known))
  }

  byId(id: string): ArtifactRecord | undefined {
    if (!id.startsWith(this.#stem)) return undefined
    const version = Number(id.slice(this.#stem.length))
    return Number.isInteger(version) && version >= 0 && version < this.#at(this.#facts.runs)
      ? this.#version(version)
      : undefined
  }

  get #stem(): string {
    return `${this.#facts.entity}/${this.#facts.project}/`
  }

  #at(run: number): number {
    return this.#before[run] ?? 0
  }

  #id(version: number): string {
    return `${this.#stem}${version}`
  }

  #creator(version: number): number {
    let low = 0
    let high = this.#facts.runs
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#at(middle + 1) <= version) low = middle + 1
      else high = middle
    }
    return low
  }

  #version(version: number): ArtifactRecord {
    const { entity, project, start, spacing, runs, runId } = this.#facts
    const run = this.#creator(version)
    const content = createHash('md5').update(`${this.#id(version)} content`)
    const size = 1000 + (hash(this.#facts.seed, 22, version) % 1_000_000)
    const last = version === this.#at(runs) - 1
    return {
      id: this.#id(version),
      entity,
      project,
      name: NAME,
      type: 'model',
      versionIndex: version,
      aliases: [...(last ? ['latest'] : []), `v${version}`, ...(version % 10 === 0 ? [`tenth-${version / 10}`] : [])],
      size,
      digest: createHash('md5').update(this.#id(version)).digest('hex'),
      description: null,
      metadata: JSON.stringify({ version }),
      state: 'COMMITTED',
      commitHash: createHash('md5')
        .update(`${this.#id(version)} commit`)
        .digest('hex')
        .slice(0, 20),
      historyStep: null,
      fileCount: 1,
      createdAt: formatTime(start + run * spacing + (version - this.#at(run)) * 1000),
      updatedAt: formatTime(start + run * spacing + (version - this.#at(run)) * 1000),
      createdBy: { run: runId(run) },
      manifest: { 'weights.bin': { digest: content.digest('base64'), size } },
    }
  }
}
