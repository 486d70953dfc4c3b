/**
 * Loaders of artifacts: their types, collections and versions, their files, and their lineage.
 *
 * @packageDocumentation
 */
export * from './ArtifactPath.ts'
export * from './lineage.ts'
export * from './loadArtifact.ts'
export * from './loadArtifactFiles.ts'
export * from './loadArtifactManifest.ts'
export * from './loadArtifactMemberships.ts'
export * from './loadArtifacts.ts'
export * from './loadArtifactType.ts'
export * from './loadArtifactTypes.ts'
export * from './loadArtifactVersion.ts'
export * from './loadArtifactVersions.ts'
export * from './loadLoggedBy.ts'
export * from './loadUsedBy.ts'
export * from './parseArtifactPath.ts'
export * from './reference.ts'
