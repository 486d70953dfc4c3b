/**
 * Operations on users.
 *
 * @packageDocumentation
 */
export * from './admin.ts'
export * from './email.ts'
export * from './entity.ts'
export * from './eqUser.ts'
export * from './id.ts'
export * from './name.ts'
export * from './ordUser.ts'
export * from './registry.ts'
export * from './teams.ts'
export * from './username.ts'
