import type { PortfolioLine } from '../records/line.ts'
import { type List, listOf, toArray } from './list.ts'
import type { ArtifactRecord, ReportRecord, RunRecord, SweepRecord } from './record.ts'

/** The versions of an artifact, oldest first. */
export interface Collection {
  readonly project: Project
  readonly number: number
  readonly name: string
  readonly type: string
  readonly versions: List<ArtifactRecord>
  /** Set for a portfolio; a sequence is defined by its versions. */
  readonly portfolio?: PortfolioLine
}

export interface ProjectFacts {
  readonly entity: string
  readonly name: string
  readonly description: string | null
  readonly createdAt: string
  readonly user: string | null
}

interface CollectionFacts {
  readonly name: string
  readonly type: string
  readonly versions: List<ArtifactRecord>
  readonly portfolio?: PortfolioLine
}

export class Project {
  readonly facts: ProjectFacts
  readonly number: number
  readonly sweeps: SweepRecord[] = []
  readonly reports: ReportRecord[] = []
  /** Counts changes, to detect stale sorted listings. */
  revision = 0
  readonly #runs: RunRecord[] = []
  readonly #byId = new Map<string, RunRecord>()
  readonly #collections = new Map<string, Collection>()
  readonly #recorded = new Map<string, ArtifactRecord[]>()

  constructor(facts: ProjectFacts, number: number) {
    this.facts = facts
    this.number = number
  }

  get runs(): readonly RunRecord[] {
    return this.#runs
  }

  get collections(): readonly Collection[] {
    return [...this.#collections.values()]
  }

  run(id: string): RunRecord | undefined {
    return this.#byId.get(id)
  }

  addRun(run: RunRecord): void {
    if (this.#byId.has(run.id)) throw new Error(`duplicate run ${run.id}`)
    this.#byId.set(run.id, run)
    this.#runs.push(run)
    this.revision += 1
  }

  collection(name: string): Collection | undefined {
    return this.#collections.get(name)
  }

  addCollection(facts: CollectionFacts): void {
    this.#collections.set(facts.name, { ...facts, project: this, number: this.#collections.size + 1 })
  }

  addArtifact(artifact: ArtifactRecord): void {
    const versions = this.#recorded.get(artifact.name)
    if (versions === undefined) {
      const first = [artifact]
      this.#recorded.set(artifact.name, first)
      this.addCollection({
        name: artifact.name,
        type: artifact.type,
        versions: {
          get length() {
            return first.length
          },
          at: listOf(first).at,
        },
      })
      return
    }
    versions.push(artifact)
    versions.sort((one, other) => one.versionIndex - other.versionIndex)
  }

  /** Returns the version with an alias or a version number `v3`; an exact alias takes precedence. */
  version(collection: Collection, alias: string): ArtifactRecord | undefined {
    const { versions, portfolio } = collection
    if (versions.length === 0) return undefined
    if (portfolio !== undefined) {
      const named = portfolio.links.findIndex((link) => link.aliases.includes(alias))
      const index = named === -1 ? portfolio.links.findIndex((link) => `v${link.versionIndex}` === alias) : named
      return index === -1 ? undefined : versions.at(index)
    }
    if (alias === 'latest') {
      const last = versions.at(versions.length - 1)
      if (last.aliases.includes('latest')) return last
    }
    const number = /^v(0|[1-9]\d*)$/.exec(alias)?.[1]
    if (number !== undefined && Number(number) < versions.length) {
      const guess = versions.at(Number(number))
      if (guess.versionIndex === Number(number)) return guess
    }
    const all = toArray(versions).reverse()
    return (
      all.find((version) => version.aliases.includes(alias)) ??
      all.find((version) => number !== undefined && version.versionIndex === Number(number))
    )
  }
}
