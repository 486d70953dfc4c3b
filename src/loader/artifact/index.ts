/**
 * Artifacts: their types, collections and versions, what is in them, and where they come from and go to.
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
