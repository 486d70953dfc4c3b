import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import {
  loadArtifactFiles,
  loadArtifactManifest,
  loadArtifactMemberships,
  loadArtifacts,
  loadArtifactVersions,
  loadLoggedBy,
  loadUsedBy,
  orThrow,
} from 'wandb-run-ops/loader'
import { downloadArtifact } from 'wandb-run-ops/node'
import { runId } from 'wandb-run-ops/ops'
import { allTimed, type Facts, right } from './artifactFacts.ts'
import type { Court } from './cases.ts'
import { isRecorded } from './shelf.ts'

/** How many the sandbox gives where nobody says how many. */
const FIRST_PAGE = 50

const hashes = (folder: string): Facts =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )

export const artifactContents = async ({ client, official, sandbox, tally, project }: Court): Promise<void> => {
  const [entity = ''] = project.split('/')
  const { items } = await orThrow(loadArtifacts({ project })(client))
  const recorded = items.filter(isRecorded)
  const shelf = await orThrow(loadArtifactVersions({ artifact: `${entity}/shelves/shelf` })(client))
  const paths = [...recorded.map(({ name }) => `${project}/${name}:v0`), `${entity}/shelves/shelf:production`]
  const folder = mkdtempSync(join(tmpdir(), 'referee-artifacts-'))
  for (const path of paths) {
    const artifactVersion = path
    const manifest = await orThrow(loadArtifactManifest({ artifactVersion })(client))
    const theirs = right(await official.ask({ ask: 'artifact_manifest', path }))
    const facts = manifest.entries.map((entry) => ({
      path: entry.path,
      digest: entry.digest,
      size: entry.size ?? null,
      ref: entry.ref ?? null,
    }))
    const byPath = (a: Facts, b: Facts): number => (String(a['path']) < String(b['path']) ? -1 : 1)
    tally.same(`manifest of ${path}`, facts, [...(theirs.entries ?? [])].sort(byPath))

    const files = (await orThrow(loadArtifactFiles({ artifactVersion, pageSize: 2 })(client))).items
    tally.same(
      `files of ${path}`,
      files.map(({ name, size, directUrl }) => ({ name, size, url: directUrl })),
      right(await official.ask({ ask: 'artifact_files', path })),
    )

    const [mine, other] = [join(folder, path, 'ours'), join(folder, path, 'theirs')]
    const done = await orThrow(downloadArtifact({ artifactVersion, folder: mine })(client))
    tally.holds(`all files of ${path} are there`, done.complete, done.failures)
    tally.same(
      `download of ${path}`,
      hashes(mine),
      right(await official.ask({ ask: 'artifact_download', path, folder: other })),
    )

    const before = sandbox.requests.length
    const users = await orThrow(loadUsedBy({ artifactVersion, fields: [], pageSize: 500 })(client))
    tally.holds(`one request for the users of ${path}`, sandbox.requests.length === before + 1)
    const ours = users.items.map(runId)
    // It asks for the users without paging, and takes the server's first page for all.
    const all = ours.length > FIRST_PAGE ? ours.slice(0, FIRST_PAGE) : ours
    tally.same(`users of ${path}`, all, right(await official.ask({ ask: 'artifact_used_by', path })))
    tally.holds(`all users of ${path} are there`, users.complete && ours.length === users.totalCount)
    const { run } = await orThrow(loadLoggedBy({ artifactVersion, fields: [] })(client))
    tally.same(
      `maker of ${path}`,
      run === undefined ? null : runId(run),
      right(await official.ask({ ask: 'artifact_logged_by', path })),
    )
  }
  rmSync(folder, { recursive: true, force: true })

  for (const version of shelf.items) {
    const { source } = version
    const path = `${source.entity}/${source.project}/${source.name}:v${source.version}`
    const { items: all } = await orThrow(loadArtifactMemberships({ artifactVersion: path })(client))
    const links = all.filter(({ kind }) => kind === 'portfolio')
    const there = allTimed(await official.ask({ ask: 'artifact_links', path }))
    tally.same(
      `links of ${path}`,
      links.map(({ project: at, name, version: n }) => [at, name, `v${n}`]),
      there.map((facts) => [facts['project'], facts['name'], facts['version']]),
    )
  }
}
