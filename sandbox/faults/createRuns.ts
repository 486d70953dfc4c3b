import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { Kind } from 'graphql'
import { formatTime } from '../records/time.ts'
import type { RunRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'
import { argument } from './walk.ts'

/** Creates runs in the project of a request, as if training had just started. */
export function createRuns(
  store: Store,
  request: {
    readonly document: DocumentNode
    readonly operation: OperationDefinitionNode
    readonly variables: Readonly<Record<string, unknown>>
  },
  count: number,
  now: Date,
): void {
  for (const selection of request.operation.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD || !['project', 'model'].includes(selection.name.value)) continue
    const entity = argument(selection, 'entityName', request.variables)
    const name = argument(selection, 'name', request.variables)
    const project = store.project(String(entity), String(name))
    if (project === undefined) continue
    for (let created = 0; created < count; created += 1) {
      const number = project.runs.length + 1
      const createdAt = formatTime(now)
      const run: RunRecord = {
        id: `new${String(number).padStart(5, '0')}`,
        entity: project.facts.entity,
        project: project.facts.name,
        displayName: `new-run-${number}`,
        group: null,
        jobType: null,
        state: 'running',
        createdAt,
        heartbeatAt: createdAt,
        tags: [],
        notes: null,
        description: null,
        sweepName: null,
        commit: null,
        user: store.users[0]?.username ?? null,
        host: 'sandbox',
        exitcode: null,
        computeSeconds: 0,
        config: '{}',
        summaryMetrics: '{}',
        systemMetrics: '{}',
        historyKeys: null,
        history: [],
        events: [],
        logLines: [],
        files: [],
        loggedArtifacts: [],
        usedArtifacts: [],
      }
      project.addRun(run)
    }
  }
}
