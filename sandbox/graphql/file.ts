import { artifactFilePath, manifestPath, runFilePath, signature } from '../store/filePaths.ts'
import type { ArtifactRecord, RunRecord } from '../store/record.ts'
import type { Context, Resolvers } from './context.ts'
import { nodeId } from './ids.ts'

/** A file of a run or an artifact; a file that does not exist has an address, too. */
export interface FileNode {
  readonly id: string
  readonly name: string
  readonly sizeBytes: number
  readonly md5: string | null
  readonly digest: string | null
  readonly mimetype: string | null
  readonly updatedAt: string | null
  readonly artifact: ArtifactRecord | null
  readonly path: string
  readonly ref: string | undefined
}

export function runFile(run: RunRecord, name: string): FileNode {
  const file = run.files.find((candidate) => candidate.name === name)
  return {
    id: nodeId('File', 'v1', run.id, run.project, run.entity, name),
    name,
    sizeBytes: file?.sizeBytes ?? 0,
    md5: file?.md5 ?? null,
    digest: file?.md5 ?? null,
    mimetype: file?.mimetype ?? null,
    updatedAt: file?.updatedAt ?? null,
    artifact: null,
    path: runFilePath(run, name),
    ref: undefined,
  }
}

export function artifactFile(artifact: ArtifactRecord, name: string): FileNode {
  const entry = artifact.manifest[name]
  return {
    id: nodeId('File', 'v1', 'artifact', artifact.id, name),
    name,
    sizeBytes: entry?.size ?? 0,
    md5: entry?.digest ?? null,
    digest: entry?.digest ?? null,
    mimetype: null,
    updatedAt: entry === undefined ? null : artifact.createdAt,
    artifact,
    path: artifactFilePath(artifact, name),
    ref: entry?.ref,
  }
}

export function manifestFile(artifact: ArtifactRecord): FileNode {
  return {
    id: nodeId('File', 'v1', 'manifest', artifact.id),
    name: 'wandb_manifest.json',
    sizeBytes: 0,
    md5: null,
    digest: null,
    mimetype: 'application/json',
    updatedAt: artifact.createdAt,
    artifact,
    path: manifestPath(artifact),
    ref: undefined,
  }
}

export const fileResolvers: Resolvers<FileNode> = {
  createdAt: (file) => file.updatedAt,
  directUrl: (file, _: never, { origin }: Context) =>
    file.ref ?? `${origin}${file.path}?signature=${signature(file.path)}`,
  displayName: (file) => file.name,
  exists: (file) => file.updatedAt !== null,
  isReference: (file) => file.ref !== undefined,
  storagePath: (file) => file.path.slice(1),
  url: (file, _: never, { origin }: Context) => file.ref ?? `${origin}${file.path}`,
}
