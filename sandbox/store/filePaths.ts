import { createHash } from 'node:crypto'
import type { ArtifactRecord, RunRecord } from './record.ts'

const segments = (...parts: readonly string[]): string => parts.map(encodeURIComponent).join('/')
const tail = (name: string): string => segments(...name.split('/'))

export const runFilePath = (run: RunRecord, name: string): string =>
  `/files/${segments(run.entity, run.project, run.id)}/${tail(name)}`

export const artifactFilePath = (artifact: ArtifactRecord, name: string): string =>
  `/files/artifacts/${segments(artifact.id)}/${tail(name)}`

export const manifestPath = (artifact: ArtifactRecord): string => `/files/manifests/${segments(artifact.id)}`

/** Signs a direct URL so that it can be read without a key, as storage services do. */
export const signature = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 16)
