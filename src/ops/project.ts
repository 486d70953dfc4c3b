import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Project } from '../types/project/Project.ts'
import type { ProjectOverview } from '../types/project/ProjectOverview.ts'
import type { User } from '../types/user/User.ts'
import type { StorageId } from '../types/wire/ids.ts'
import { ordBy } from './compareValues.ts'
import { copyDate } from './ownValue.ts'
import { encodePath, urlOf } from './urls.ts'

/**
 * Returns who can see the project, such as `PRIVATE`, as the server sent it.
 *
 * @param project - A project.
 * @returns The access level; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { projectAccess } from 'wandb-run-ops/ops'
 *
 * projectAccess({ access: 'PRIVATE' }) // => 'PRIVATE'
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectAccess = (project: Pick<Project, 'access'>): string | undefined => project.access

/**
 * Returns the number of runs in the project.
 *
 * @param project - A project, loaded with its counts and tags.
 * @returns The number; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { projectRunCount } from 'wandb-run-ops/ops'
 *
 * projectRunCount({ runCount: 84 }) // => 84
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectRunCount = (project: Pick<ProjectOverview, 'runCount'>): number | undefined => project.runCount

/**
 * Returns the number of sweeps in the project.
 *
 * @param project - A project, loaded with its counts and tags.
 * @returns The number; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { projectSweepCount } from 'wandb-run-ops/ops'
 *
 * projectSweepCount({ sweepCount: 2 }) // => 2
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectSweepCount = (project: Pick<ProjectOverview, 'sweepCount'>): number | undefined =>
  project.sweepCount

/**
 * Returns when the project was created.
 *
 * @param project - A project.
 * @returns The creation time; `undefined` if it was not sent.
 * @example
 * ```ts
 * import { projectCreatedAt } from 'wandb-run-ops/ops'
 *
 * projectCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectCreatedAt = (project: Pick<Project, 'createdAt'>): Date | undefined => copyDate(project.createdAt)

/**
 * Returns the project's description.
 *
 * @param project - A project.
 * @returns The description; `undefined` if there is none.
 * @example
 * ```ts
 * import { projectDescription } from 'wandb-run-ops/ops'
 *
 * projectDescription({ description: 'street signs' }) // => 'street signs'
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectDescription = (project: Pick<Project, 'description'>): string | undefined => project.description

/**
 * Returns the entity that owns the project.
 *
 * @param project - A project.
 * @returns The entity's name, as in URLs.
 * @example
 * ```ts
 * import { projectEntity } from 'wandb-run-ops/ops'
 *
 * projectEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category Project operations
 * @since 0.1.0
 */
export const projectEntity = (project: Pick<Project, 'entity'>): string => project.entity

/**
 * Two records are the same project if they have the same id.
 *
 * @example
 * ```ts
 * import { eqProject } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * const id = 'UHJvamVjdDox' as StorageId
 *
 * eqProject.equals({ id }, { id }) // => true
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqProject: Eq<Pick<Project, 'id'>> = {
  equals: (first, second) => first.id === second.id,
}

/**
 * Returns the project's storage id.
 *
 * @param project - A project.
 * @returns The id, unique on its server.
 * @example
 * ```ts
 * import { projectId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * projectId({ id: 'UHJvamVjdDox' as StorageId }) // => 'UHJvamVjdDox'
 * ```
 * @visibility hidden
 * @category Project operations
 * @since 0.1.0
 */
export const projectId = (project: Pick<Project, 'id'>): StorageId => project.id

/**
 * Returns whether the project is a benchmark.
 *
 * @param project - A project.
 * @returns Whether it is one; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { projectIsBenchmark } from 'wandb-run-ops/ops'
 *
 * projectIsBenchmark({ isBenchmark: false }) // => false
 * ```
 * @visibility hidden
 * @category Project operations
 * @since 0.1.0
 */
export const projectIsBenchmark = (project: Pick<Project, 'isBenchmark'>): boolean | undefined => project.isBenchmark

/**
 * Returns when a run of the project was last active.
 *
 * @param project - A project.
 * @returns The time; `undefined` if it was not sent.
 * @example
 * ```ts
 * import { projectLastActiveAt } from 'wandb-run-ops/ops'
 *
 * projectLastActiveAt({ lastActiveAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectLastActiveAt = (project: Pick<Project, 'lastActiveAt'>): Date | undefined =>
  copyDate(project.lastActiveAt)

/**
 * Returns the project's name, as in URLs.
 *
 * @param project - A project.
 * @returns The name.
 * @example
 * ```ts
 * import { projectName } from 'wandb-run-ops/ops'
 *
 * projectName({ name: 'vision' }) // => 'vision'
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectName = (project: Pick<Project, 'name'>): string => project.name

/**
 * Orders projects by name, compared by UTF-16 code units: the same on every machine, capitals before lowercase letters.
 *
 * @example
 * ```ts
 * import { ordProjectByName } from 'wandb-run-ops/ops'
 *
 * ordProjectByName.compare({ name: 'audio' }, { name: 'vision' }) // => -1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordProjectByName: Ord<Pick<Project, 'name'>> = /* @__PURE__ */ ordBy(projectName)

/**
 * Returns whether the project is read-only for the API key.
 *
 * @param project - A project.
 * @returns Whether it is read-only; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { projectReadOnly } from 'wandb-run-ops/ops'
 *
 * projectReadOnly({ readOnly: true }) // => true
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectReadOnly = (project: Pick<Project, 'readOnly'>): boolean | undefined => project.readOnly

/**
 * Returns the tags of the project's runs.
 *
 * @param project - A project, loaded with its counts and tags.
 * @returns Each tag once, in the server's order; empty if there are none.
 * @example
 * ```ts
 * import { projectTags } from 'wandb-run-ops/ops'
 *
 * projectTags({ tags: ['baseline', 'best'] }) // => ['baseline', 'best']
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectTags = (project: Pick<ProjectOverview, 'tags'>): ReadonlyArray<string> => project.tags

/**
 * Returns when the project was last updated.
 *
 * @param project - A project.
 * @returns The time of the last update; `undefined` if it was not sent.
 * @example
 * ```ts
 * import { projectUpdatedAt } from 'wandb-run-ops/ops'
 *
 * projectUpdatedAt({ updatedAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectUpdatedAt = (project: Pick<Project, 'updatedAt'>): Date | undefined => copyDate(project.updatedAt)

/**
 * Returns the project's path: `entity/project`.
 *
 * Each segment is percent-encoded.
 *
 * @param project - A project.
 * @returns The path, without leading or trailing slash.
 * @example
 * ```ts
 * import { projectPath } from 'wandb-run-ops/ops'
 *
 * projectPath({ entity: 'team', name: 'my vision' }) // => 'team/my%20vision'
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectPath = (project: Pick<Project, 'entity' | 'name'>): string =>
  encodePath([project.entity, project.name])

/**
 * Returns the URL of the project's workspace.
 *
 * It points to the web app of the server that the project was loaded from. Each segment is percent-encoded.
 *
 * @param project - A project.
 * @returns The URL.
 * @example
 * ```ts
 * import { projectUrl } from 'wandb-run-ops/ops'
 *
 * const project = { appUrl: 'https://wandb.ai', entity: 'team', name: 'vision' }
 *
 * projectUrl(project) // => 'https://wandb.ai/team/vision/workspace'
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectUrl = (project: Pick<Project, 'appUrl' | 'entity' | 'name'>): string =>
  urlOf(project.appUrl, [project.entity, project.name, 'workspace'])

/**
 * Returns the user who created the project.
 *
 * If that user was deleted or is hidden, the unknown user, whose username is empty.
 *
 * @param project - A project.
 * @returns The user, never `undefined`.
 * @example
 * ```ts
 * import { projectUser } from 'wandb-run-ops/ops'
 *
 * projectUser({ user: { id: undefined, username: 'ada', name: 'Ada' } }) // => { id: undefined, username: 'ada', name: 'Ada' }
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectUser = (project: Pick<Project, 'user'>): User => project.user
