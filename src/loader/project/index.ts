/**
 * Projects, what their runs have, and how many there are.
 *
 * @packageDocumentation
 */
export * from './countRunsByState.ts'
export * from './loadProject.ts'
export * from './loadProjectFields.ts'
export * from './loadProjects.ts'
export * from './loadTagCounts.ts'
export * from './ProjectQuery.ts'
