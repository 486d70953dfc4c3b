import type { Client } from '../../client/Client.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import { type ProjectQuery, projectShape } from '../../loader/project/documents.ts'
import {
  loadProjectFields,
  type ProjectFieldsQuery,
  projectFieldsShape,
} from '../../loader/project/loadProjectFields.ts'
import { loadProject, loadProjects, type ProjectsQuery, projectsShape } from '../../loader/project/loadProjects.ts'
import { loadReport, type ReportQuery, reportShape } from '../../loader/report/loadReport.ts'
import { loadReports, type ReportsQuery, reportsShape } from '../../loader/report/loadReports.ts'
import type { EntityReference, ProjectReference } from '../../loader/request/references.ts'
import type { ProjectField } from '../../types/project/counts.ts'
import type { Project } from '../../types/project/Project.ts'
import type { ProjectOverview } from '../../types/project/ProjectOverview.ts'
import type { Report } from '../../types/report/Report.ts'
import type { LoopOptions, WandbList } from '../adapter/lazyList.ts'
import { loadedList } from '../adapter/listPages.ts'
import { looped, type Options, readQuery } from '../adapter/readQuery.ts'
import { settle } from '../adapter/WandbError.ts'

/**
 * The loads of projects and their reports.
 *
 * @category Door
 * @since 0.2.0
 */
export interface ProjectLoads {
  /** Loads one project, with the numbers of its runs and sweeps, and its tags. */
  project(
    project?: ProjectReference | ProjectQuery,
    options?: Options<ProjectQuery, 'project'>,
  ): Promise<ProjectOverview>

  /** The projects of a user or a team; by default, of the client's entity. */
  projects(
    entity?: EntityReference | (ProjectsQuery & LoopOptions),
    options?: Options<ProjectsQuery, 'entity'> & LoopOptions,
  ): WandbList<Listed<Project>, Project>

  /** The keys that the configs and summaries of a project's runs have, with their types. */
  projectFields(
    project?: ProjectReference | (ProjectFieldsQuery & LoopOptions),
    options?: Options<ProjectFieldsQuery, 'project'> & LoopOptions,
  ): WandbList<Listed<ProjectField>, ProjectField>

  /** Loads one report: by its URL, its path, its id, or a record of it. */
  report(report: ReportQuery['report'] | ReportQuery, options?: Options<ReportQuery, 'report'>): Promise<Report>

  /** The reports of a project. */
  reports(
    project?: ProjectReference | (ReportsQuery & LoopOptions),
    options?: Options<ReportsQuery, 'project'> & LoopOptions,
  ): WandbList<Listed<Report>, Report>
}

/** Makes the loads of projects. */
export const projectLoads = (client: Client): ProjectLoads => ({
  project: async (project, options) => settle(loadProject(readQuery(projectShape, project, options))(client)),
  projects: (entity, options) =>
    loadedList(client, loadProjects, () => readQuery(looped(projectsShape), entity, options), { what: 'projects' }),
  projectFields: (project, options) =>
    loadedList(client, loadProjectFields, () => readQuery(looped(projectFieldsShape), project, options), {
      what: 'project fields',
      identity: ({ path, type }) => JSON.stringify([path, type]),
    }),
  report: async (report, options) => settle(loadReport(readQuery(reportShape, report, options))(client)),
  reports: (project, options) =>
    loadedList(client, loadReports, () => readQuery(looped(reportsShape), project, options), { what: 'reports' }),
})
