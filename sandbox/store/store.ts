import type { ContentLine, Line } from '../records/line.ts'
import { Project, type ProjectFacts } from './project.ts'
import type { ArtifactRecord, UserRecord } from './record.ts'

/** All data that the sandbox serves. */
export class Store {
  readonly users: UserRecord[] = []
  readonly #projects = new Map<string, Project>()
  readonly #artifacts = new Map<string, ArtifactRecord>()
  readonly #contents = new Map<string, string>()
  readonly #artifactSources: ((id: string) => ArtifactRecord | undefined)[] = []
  readonly #contentSources: ((md5: string) => Uint8Array | undefined)[] = []

  get projects(): readonly Project[] {
    return [...this.#projects.values()]
  }

  project(entity: string, name: string): Project | undefined {
    return this.#projects.get(JSON.stringify([entity, name]))
  }

  /** Returns the project with that name; creates it if needed. */
  openProject(facts: ProjectFacts): Project {
    const found = this.project(facts.entity, facts.name)
    if (found !== undefined) return found
    const created = new Project(facts, this.#projects.size + 1)
    this.#projects.set(JSON.stringify([facts.entity, facts.name]), created)
    return created
  }

  user(username: string): UserRecord | undefined {
    return this.users.find((user) => user.username === username)
  }

  addUser(user: UserRecord): void {
    if (this.user(user.username) === undefined) this.users.push(user)
  }

  artifact(id: string): ArtifactRecord | undefined {
    const recorded = this.#artifacts.get(id)
    if (recorded !== undefined) return recorded
    for (const make of this.#artifactSources) {
      const artifact = make(id)
      if (artifact !== undefined) return artifact
    }
    return undefined
  }

  /** Adds a source of artifacts that are computed on access. */
  addArtifacts(make: (id: string) => ArtifactRecord | undefined): void {
    this.#artifactSources.push(make)
  }

  /** Returns the contents with that base64 MD5. */
  content(md5: string): Uint8Array | undefined {
    const held = this.#contents.get(md5)
    if (held !== undefined) return Buffer.from(held, 'base64')
    for (const make of this.#contentSources) {
      const content = make(md5)
      if (content !== undefined) return content
    }
    return undefined
  }

  addContent(content: ContentLine): void {
    this.#contents.set(content.md5, content.base64)
  }

  addContents(make: (md5: string) => Uint8Array | undefined): void {
    this.#contentSources.push(make)
  }

  add(line: Line): void {
    switch (line.kind) {
      case 'user':
        this.addUser(line)
        return
      case 'project':
        this.openProject(line)
        return
      case 'sweep':
        this.#projectOf(line).sweeps.push(line)
        return
      case 'report':
        this.#projectOf(line).reports.push(line)
        return
      case 'artifact':
        this.#artifacts.set(line.id, line)
        this.#projectOf(line).addArtifact(line)
        return
      case 'portfolio':
        this.#projectOf(line).addCollection({
          name: line.name,
          type: line.type,
          portfolio: line,
          versions: { length: line.links.length, at: (index) => this.#linked(line.links[index]?.artifact ?? '') },
        })
        return
      case 'run':
        this.#projectOf(line).addRun(line)
        return
    }
  }

  #linked(id: string): ArtifactRecord {
    const artifact = this.artifact(id)
    if (artifact === undefined) throw new Error(`unknown linked artifact ${id}`)
    return artifact
  }

  #projectOf(line: { entity: string; project: string; createdAt: string; user?: string | null }): Project {
    return this.openProject({
      entity: line.entity,
      name: line.project,
      description: null,
      createdAt: line.createdAt,
      user: line.user ?? null,
    })
  }
}
