import { redactKeys } from '../../client/credentials.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { hostOf, type PageRoot, pageRoots, parseUrl, type ServerUrls } from '../../client/servers.ts'

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** Whether the path of a URL is at or below another. */
const isBelow = (pathname: string, root: string): boolean => pathname === root || pathname.startsWith(`${root}/`)

const shownRoot = ({ host, path }: PageRoot): string => `${host}${path}`

/** A path on a server, or why it is on none that is meant. */
interface Place {
  readonly pathname: string
  readonly isApi: boolean
  readonly problem?: string
}

/** Finds the root that a URL is below. */
const placeOf = (url: URL, server: ServerUrls): Place => {
  const host = hostOf(url)
  const roots = pageRoots(server)
  const there = roots.filter((root) => root.host === host)
  const [own] = server.baseUrl || server.appUrl ? roots : []
  const pathname = url.pathname.replace(/\/{2,}/g, '/')
  const none = { pathname: '', isApi: false }
  if (there.length === 0 && own !== undefined)
    return {
      ...none,
      problem: `on ${host}, but the client is connected to ${shownRoot(own)}, as baseUrl or WANDB_BASE_URL says`,
    }
  if (there.length === 0) return { pathname, isApi: true }
  const root = there.toSorted((a, b) => b.path.length - a.path.length).find(({ path }) => isBelow(pathname, path))
  const [app] = there.filter(({ isApi }) => !isApi)
  return root === undefined
    ? { ...none, problem: `not below ${shownRoot(app ?? (there[0] as PageRoot))}, where the pages of that server are` }
    : {
        pathname: pathname.slice(root.path.length),
        isApi: there.some(({ path, isApi }) => path === root.path && isApi),
      }
}

const pages: ReadonlySet<string | undefined> = new Set(['runs', 'sweeps', 'reports', 'artifacts', 'workspace'])

/** A file that the API serves is a page of its run: `files/entity/project/run/name`. */
const withFilesLast = (segments: ReadonlyArray<string>, isApi: boolean): ReadonlyArray<string> => {
  const [first, entity = '', project = '', run = '', ...name] = segments
  return isApi && first === 'files' && name.length > 0 && !pages.has(project)
    ? [entity, project, 'runs', run, 'files', ...name]
    : segments
}

/** The URL that a text is: with a scheme, or as an address bar shows it, without one, on the server or on W&B. */
const urlOf = (text: string, server: ServerUrls): URL | undefined => {
  if (/^https?:\/\//i.test(text)) return parseUrl(text)
  const host = /^[^/?#@]+(?=\/)/.exec(text)?.[0].toLowerCase()
  if (host === undefined || !/[.:]/.test(host)) return undefined
  return [...pageRoots(server), ...pageRoots({})].some((root) => root.host === host)
    ? parseUrl(`https://${text}`)
    : undefined
}

/** A path in parts. */
interface PathSegments {
  readonly isUrl: boolean
  /** The segments without spaces around them; a single empty one for an empty path, none for a malformed URL. */
  readonly segments: ReadonlyArray<string>
  /** Why a URL is none of the server. */
  readonly problem?: string
}

/**
 * Splits a path, or the path of a URL, whose segments are percent-decoded. Slashes and spaces around it are ignored.
 *
 * @param server - The server whose URLs are read; without one, those of every server.
 */
export const readSegments = (path: string, server: ServerUrls = {}): PathSegments => {
  const text = path.trim()
  const url = urlOf(text, server)
  if (url === undefined) {
    const isUrl = /^https?:\/\//i.test(text)
    const segments = isUrl ? [] : text.replace(/^[\s/]+|[\s/]+$/g, '').split('/')
    return { isUrl, segments: segments.map((segment) => segment.trim()) }
  }
  const { pathname, isApi, problem } = placeOf(url, server)
  if (problem !== undefined) return { isUrl: true, segments: [], problem }
  const segments = pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => decoded(segment).trim())
  return { isUrl: true, segments: withFilesLast(segments, isApi) }
}

/** A parameter of the query of a URL. */
export const urlParameter = (path: string, name: string): string | undefined =>
  parseUrl(/^https?:\/\//i.test(path.trim()) ? path : `https://${path.trim()}`)?.searchParams.get(name) ?? undefined

/** Omits what may be a secret: the user and password of a URL, the parameters of a link, and all that looks like a key. */
const shown = (path: string, redact: (text: string) => string): string => {
  const text = redactKeys(redact(path))
    .replace(/^(\s*[a-z+.-]+:\/\/)[^/?#]*@/i, '$1')
    .replace(/((?:^|[?&#;])[^=&#?]*(?:token|key|secret|password|signature)[^=&#?]*=)[^&#]*/gi, '$1…')
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/**
 * The error for an invalid path: `Invalid path "a/b/c": expected entity/project.`
 *
 * @param expected - The formats that are valid.
 * @param detail - What is wrong, if that is more than the format.
 * @param redact - Replaces the API key of the client, which may have been pasted as a path.
 */
export const invalidPath = (
  path: unknown,
  expected: string,
  detail?: string,
  redact: (text: string) => string = (text) => text,
): LoadError =>
  loadError({
    _tag: 'InvalidPath',
    path: shown(String(path), redact),
    reason: `${detail === undefined ? '' : `${detail}; `}expected ${expected}`,
  })
