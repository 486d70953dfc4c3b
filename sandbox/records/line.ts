/** A line of a recording. Times are UTC without a zone, as W&B's server sends them. */
export type Line = UserLine | ProjectLine | SweepLine | ArtifactLine | PortfolioLine | RunLine | ReportLine

export interface UserLine {
  readonly kind: 'user'
  readonly username: string
  readonly name: string
  readonly email: string
}

export interface ProjectLine {
  readonly kind: 'project'
  readonly entity: string
  readonly name: string
  readonly description: string | null
  readonly createdAt: string
  readonly user: string
}

export interface SweepLine {
  readonly kind: 'sweep'
  readonly id: string
  readonly entity: string
  readonly project: string
  readonly displayName: string | null
  readonly method: string
  readonly state: string
  readonly description: string | null
  /** YAML. */
  readonly config: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly bestLoss: number | null
  readonly user: string
}

export interface ReportLine {
  readonly kind: 'report'
  readonly id: string
  readonly entity: string
  readonly project: string
  /** The internal name. */
  readonly name: string
  /** The title. */
  readonly displayName: string | null
  readonly description: string | null
  /** JSON. */
  readonly spec: string | null
  /** `runs` for a report; workspaces have other types. */
  readonly type: string
  readonly createdAt: string
  readonly updatedAt: string | null
  readonly user: string | null
}

export interface ManifestEntry {
  /** MD5 in base64. */
  readonly digest: string
  readonly size: number
  readonly ref?: string
}

export interface ArtifactLine {
  readonly kind: 'artifact'
  readonly id: string
  readonly entity: string
  readonly project: string
  /** The name of the collection. */
  readonly name: string
  readonly type: string
  readonly versionIndex: number
  readonly aliases: readonly string[]
  readonly size: number
  readonly digest: string
  readonly description: string | null
  readonly metadata: string | null
  readonly state: 'COMMITTED' | 'PENDING' | 'DELETED'
  readonly commitHash: string | null
  readonly historyStep: number | null
  readonly fileCount: number
  readonly createdAt: string
  readonly updatedAt: string | null
  readonly createdBy: { readonly run: string } | { readonly user: string }
  readonly manifest: Readonly<Record<string, ManifestEntry>>
  readonly tags?: readonly string[]
  /** Absent: never deleted. */
  readonly ttlDurationSeconds?: number
}

/** An artifact version in a portfolio. */
export interface LinkLine {
  /** The id of the version. */
  readonly artifact: string
  readonly versionIndex: number
  readonly aliases: readonly string[]
  readonly createdAt: string
}

/** A collection of links to versions of other collections. */
export interface PortfolioLine {
  readonly kind: 'portfolio'
  readonly entity: string
  readonly project: string
  readonly name: string
  readonly type: string
  readonly description: string | null
  readonly tags: readonly string[]
  readonly createdAt: string
  readonly links: readonly LinkLine[]
}

export interface HistoryKeys {
  readonly keys: Readonly<
    Record<
      string,
      {
        readonly typeCounts: readonly { readonly type: string; readonly count: number }[]
        readonly monotonic: boolean
        readonly previousValue: unknown
      }
    >
  >
  readonly lastStep: number
}

export interface LogLine {
  readonly number: number
  readonly level: string
  readonly timestamp: string | null
  readonly line: string
}

export interface FileLine {
  readonly name: string
  readonly sizeBytes: number
  /** MD5 in base64. */
  readonly md5: string
  readonly mimetype: string | null
  readonly updatedAt: string
}

export interface RunLine {
  readonly kind: 'run'
  readonly id: string
  readonly entity: string
  readonly project: string
  readonly displayName: string | null
  readonly group: string | null
  readonly jobType: string | null
  readonly state: string
  readonly createdAt: string
  readonly heartbeatAt: string | null
  readonly tags: readonly string[]
  readonly notes: string | null
  readonly description: string | null
  readonly sweepName: string | null
  readonly commit: string | null
  readonly user: string | null
  readonly host: string | null
  readonly exitcode: number | null
  readonly computeSeconds: number
  /** JSON: `{key: {desc, value}}`, including `_wandb`. */
  readonly config: string | null
  /** JSON, possibly with bare NaN and Infinity. */
  readonly summaryMetrics: string | null
  readonly systemMetrics: string | null
  readonly historyKeys: HistoryKeys | null
  /** One JSON object per row. */
  readonly history: readonly string[]
  readonly events: readonly string[]
  readonly logLines: readonly LogLine[]
  readonly files: readonly FileLine[]
  readonly loggedArtifacts: readonly string[]
  readonly usedArtifacts: readonly string[]
}

/** A line of the second file of a recording: the contents of a file. */
export interface ContentLine {
  /** MD5 in base64. */
  readonly md5: string
  readonly base64: string
}
