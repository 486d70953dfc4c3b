/** One of W&B's own deployments. Its API answers at two hosts, and its web app at several. */
interface Deployment {
  /** The host of the API. */
  readonly api: string
  /** The hosts of the web app. */
  readonly apps: ReadonlyArray<string>
  /** The host of CoreWeave Forge: the web app is below `/wandb`, and the API at its `api.` subdomain. */
  readonly forge: string
}

const deployments: ReadonlyArray<Deployment> = [
  { api: 'api.wandb.ai', apps: ['wandb.ai', 'app.wandb.ai', 'www.wandb.ai'], forge: 'forge.coreweave.com' },
  { api: 'api.qa.wandb.ai', apps: ['qa.wandb.ai', 'app.qa.wandb.ai'], forge: 'qa.forge.coreweave.com' },
]

/** Where the web app is on a Forge host, and where the API is passed on. */
const FORGE_APP = '/wandb'
const FORGE_API = '/api/wandb'

/** The address of W&B's own API. */
export const DEFAULT_BASE_URL = 'https://api.wandb.ai'

const isOnWandb = (host: string): boolean => host === 'wandb.ai' || host.endsWith('.wandb.ai')

const hostsOf = ({ api, apps, forge }: Deployment): ReadonlyArray<string> => [api, ...apps, forge, `api.${forge}`]

const deploymentOf = (host: string): Deployment | undefined => deployments.find((one) => hostsOf(one).includes(host))

/** Parses an absolute URL. */
export const parseUrl = (text: unknown): URL | undefined => {
  try {
    return typeof text === 'string' ? new URL(text.trim()) : undefined
  } catch {
    return undefined
  }
}

/** The host with its port; the final dot of a complete domain name is left out, because it names the same host. */
export const hostOf = (url: URL): string => url.host.toLowerCase().replace(/\.(?=$|:)/, '')

/** The hosts of the API that serve the same deployment, and accept the same keys, as the given one, which comes first. */
export const sameApiHosts = (host: string): ReadonlyArray<string> => {
  const deployment = deployments.find(({ api, forge }) => host === api || host === `api.${forge}`)
  return deployment === undefined ? [host] : [...new Set([host, deployment.api, `api.${deployment.forge}`])]
}

/** The URLs of the API at which the key of the given one is accepted: itself, and its twin if it is one of W&B's own. */
export const apiUrls = (baseUrl: string): ReadonlyArray<string> => {
  const url = parseUrl(baseUrl)
  const isOfficial = url !== undefined && officialApi(url)?.url === baseUrl
  return isOfficial ? sameApiHosts(hostOf(url)).map((host) => `https://${host}`) : [baseUrl]
}

/**
 * The URL of the API that a URL on one of W&B's own hosts is meant for; `undefined` for every other host.
 *
 * @returns `exact` if the URL is that of the API, or of the API as Forge passes it on.
 */
export const officialApi = (url: URL): { readonly url: string; readonly exact: boolean } | undefined => {
  const host = hostOf(url).replace(/:\d+$/, '')
  const deployment = deploymentOf(host)
  const path = url.pathname.replace(/\/+$/, '').replace(/\/graphql$/, '')
  const isSafe = url.protocol === 'https:' && url.port === ''
  if (deployment === undefined) {
    const isApi = host.startsWith('api.') && isOnWandb(host)
    if (isApi) return url.protocol === 'https:' ? undefined : { url: `https://${host}`, exact: false }
    if (/^((api|app|www)\.)?coreweave\.com$/.test(host)) return { url: 'https://api.forge.coreweave.com', exact: false }
    const isMeant = isOnWandb(host) || /^(\w+\.)?wandb\.com$/.test(host)
    return isMeant ? { url: DEFAULT_BASE_URL, exact: false } : undefined
  }
  const { api, forge } = deployment
  const isForge = host === forge || host === `api.${forge}`
  const isApi = host === api || host === `api.${forge}`
  return {
    url: `https://${isForge ? `api.${forge}` : api}`,
    exact: isSafe && (isApi ? path === '' : isForge && path === FORGE_API),
  }
}

/** The URL of the web app for an API URL. */
export const appUrlOf = (baseUrl: string): string => {
  const forge = deployments.find((one) => baseUrl === `https://api.${one.forge}`)?.forge
  if (forge !== undefined) return `https://${forge}${FORGE_APP}`
  if (baseUrl.includes('://api.wandb.') && !baseUrl.includes('://api.wandb.test'))
    return baseUrl.replace('://api.', '://')
  return baseUrl.replace('://api.', '://app.')
}

/** A server as far as its addresses identify it. */
export interface ServerUrls {
  /** The URL of the API. */
  readonly baseUrl?: string | undefined
  /** The URL of the web app. */
  readonly appUrl?: string | undefined
}

/** A place on a server that pages are below: a host, and a path that is empty or begins with a slash. */
export interface PageRoot {
  readonly host: string
  readonly path: string
  /** Whether the API answers here, with the files that it serves. */
  readonly isApi: boolean
}

const rootsOfDeployment = ({ api, apps, forge }: Deployment): ReadonlyArray<PageRoot> => [
  { host: forge, path: FORGE_API, isApi: true },
  { host: forge, path: FORGE_APP, isApi: false },
  ...[api, `api.${forge}`].map((host) => ({ host, path: '', isApi: true })),
  ...apps.map((host) => ({ host, path: '', isApi: false })),
]

const officialRoots = deployments.flatMap(rootsOfDeployment)

const rootOf = (text: string, isApi: boolean): ReadonlyArray<PageRoot> => {
  const url = parseUrl(text)
  return url === undefined ? [] : [{ host: hostOf(url), path: url.pathname.replace(/\/+$/, ''), isApi }]
}

/** Where the pages of a server are: at its own URLs, and at all others of the same deployment. W&B's own by default. */
export const pageRoots = ({ baseUrl = '', appUrl = '' }: ServerUrls): ReadonlyArray<PageRoot> => {
  if (baseUrl === '' && appUrl === '') return officialRoots
  const own = [...rootOf(appUrl, false), ...rootOf(baseUrl, true), ...rootOf(appUrlOf(baseUrl), false)]
  const shared = own.flatMap(({ host }) => {
    const deployment = deploymentOf(host)
    return deployment === undefined ? [] : rootsOfDeployment(deployment)
  })
  return [...own, ...shared]
}
