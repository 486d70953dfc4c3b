/**
 * Loaders of projects, their fields and tags, and their run counts.
 *
 * @packageDocumentation
 */
export * from './countRunsByState.ts'
export * from './loadProject.ts'
export * from './loadProjectFields.ts'
export * from './loadProjects.ts'
export * from './loadTagCounts.ts'
export * from './ProjectQuery.ts'
