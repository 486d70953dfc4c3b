import { BlockList, isIP } from 'node:net'
import { invalidClient } from '../client/errors.ts'
import type { LoadError } from '../client/LoadError.ts'
import { parseUrl } from '../client/servers.ts'
import { nonEmpty } from './environment.ts'

type Env = Readonly<Record<string, string | undefined>>
type Fetch = typeof globalThis.fetch

/** A variable that names a proxy, and its value as a URL. */
interface ProxyVariable {
  readonly name: string
  /** `undefined` if the value is not the URL of a proxy. */
  readonly url: URL | undefined
}

/** The way out through the proxies that the environment names. */
interface Proxy {
  /** A `fetch` that sends through the proxy where `NO_PROXY` does not exclude the host. */
  readonly fetch: Fetch
  /** Returns why a request to a URL cannot be sent. */
  readonly problem: (url: string) => Promise<LoadError | undefined>
  /** Replaces the password of the proxy in a string. */
  readonly redact: (text: string) => string
  /** What is wrong with the variables. */
  readonly error: LoadError | undefined
}

/** In lower case first, as other tools look for it. Without a scheme, a proxy is an `http://` one. */
const proxyVariable = (env: Env, name: string): ProxyVariable | undefined => {
  const found = [name.toLowerCase(), name].find((variable) => nonEmpty(env[variable]) !== undefined)
  const value = found === undefined ? undefined : nonEmpty(env[found])
  if (found === undefined || value === undefined) return undefined
  const url = parseUrl(/^[a-z][\w+.-]*:\/\//i.test(value) ? value : `http://${value}`)
  return { name: found, url: url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const secretsOf = ({ username, password }: URL): ReadonlyArray<string> => {
  if (username === '' && password === '') return []
  const pair = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')
  return [`${username}:${password}`, pair, pair.replace(/=+$/, ''), password, decoded(password)].filter(
    (secret) => secret.length > 2,
  )
}

const isInRange = (host: string, range: string): boolean => {
  const [, network = '', bits = ''] = /^(.*)\/(\d+)$/.exec(range) ?? []
  if (isIP(network) === 0 || isIP(network) !== isIP(host)) return false
  const ranges = new BlockList()
  const family = isIP(network) === 4 ? 'ipv4' : 'ipv6'
  try {
    ranges.addSubnet(network, Number(bits), family)
    return ranges.check(host, family)
  } catch {
    return false
  }
}

/**
 * Whether `NO_PROXY` excludes a URL: by `*`, a host, which stands for all that end in it after a dot, a host and port, an
 * address, or a range of addresses. That is how curl, Go and Python read it; undici wants a dot before the end of a host.
 */
const isExcluded = (url: URL, noProxy: string): boolean => {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const hostname = url.hostname.replace(/^\[(.*)\]$|\.$/g, '$1')
  return noProxy.split(/[\s,]+/).some((text) => {
    const entry = text.toLowerCase().replace(/^\*?\./, '')
    const withPort = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry)
    const host = (withPort?.[1] ?? entry).replace(/^\[(.*)\]$/, '$1')
    if (host === '' || (withPort !== null && withPort[2] !== port)) return false
    const isEnd = isIP(hostname) === 0 && hostname.endsWith(`.${host}`)
    return host === '*' || hostname === host || isEnd || isInRange(hostname, host)
  })
}

/** The package, if it is installed. Within `try`, bundlers let a program be built without it. */
const loadUndici = async () => {
  try {
    // A bundler gives a CommonJS module no more than its default export.
    return (await import('undici')).default
  } catch {
    return undefined
  }
}

/** Whether the runtime is one whose fetch always sends through the proxies. */
const isBuiltIn = (): boolean => 'Deno' in globalThis || process.versions['bun'] !== undefined

/** Whether Node.js was told to send through the proxies by itself, and is recent enough to do so. */
const isSetInNode = (env: Env): boolean =>
  env['NODE_USE_ENV_PROXY'] === '1' && process.allowedNodeEnvironmentFlags.has('--use-env-proxy')

const field = (u: unknown, key: string): unknown => (u as Readonly<Record<string, unknown>> | undefined)?.[key]

/** The failure that the others wrap. */
const rootOf = (thrown: unknown): unknown => {
  let root = thrown
  for (let depth = 0; depth < 8 && field(root, 'cause') instanceof Error; depth += 1) root = field(root, 'cause')
  return root
}

/** The failure of a request through a proxy, in words that say so and hold no password. */
const failureOf = (root: unknown, variable: string, redact: Proxy['redact']): Error => {
  const code = field(root, 'code')
  const message = redact(String(field(root, 'message') || code || root))
  const failure = new Error(`${message}, through the proxy of ${variable}`)
  return typeof code === 'string' ? Object.assign(failure, { code }) : failure
}

/** The status by which a proxy refused a tunnel, or a request; undici has no code of its own for either. */
const refusedStatus = (root: unknown): number | undefined => {
  const [, status] = /^Proxy (?:response|Authentication Required) \((\d+)\)/.exec(String(field(root, 'message'))) ?? []
  return status === undefined ? undefined : Number(status)
}

/** Without what the proxy says, which may repeat the password. */
const authenticationRequired = (): Response => new Response(null, { status: 407 })

/**
 * Reads `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, in upper or lower case.
 *
 * @returns The way out through the proxies; `undefined` if none is named, or the runtime uses them by itself.
 */
export const proxyOf = (env: Env): Proxy | undefined => {
  const http = proxyVariable(env, 'HTTP_PROXY')
  const https = proxyVariable(env, 'HTTPS_PROXY')
  const noProxy = nonEmpty(env['no_proxy']) ?? nonEmpty(env['NO_PROXY']) ?? ''
  const variables = [http, https].filter((variable) => variable !== undefined)
  if (variables.length === 0 || isBuiltIn()) return undefined

  const wrong = variables.find(({ url }) => url === undefined)
  const secrets = variables.flatMap(({ url }) => (url === undefined ? [] : secretsOf(url)))
  const redact = (text: string): string => secrets.reduce((rest, secret) => rest.split(secret).join('[password]'), text)
  const variableFor = (url: URL): ProxyVariable | undefined =>
    isExcluded(url, noProxy) ? undefined : url.protocol === 'https:' ? (https ?? http) : http

  let opened: Promise<Fetch> | undefined
  const open = async (): Promise<Fetch> => {
    const undici = await loadUndici()
    if (undici === undefined) return globalThis.fetch
    const { EnvHttpProxyAgent, fetch } = undici
    const dispatcher = new EnvHttpProxyAgent({
      httpProxy: http?.url?.href ?? '',
      httpsProxy: https?.url?.href ?? '',
      // Excluded hosts do not come here.
      noProxy: '',
      // A proxy need not allow tunnels to port 80.
      proxyTunnel: false,
    })
    return (async (url: string, init: object) => fetch(url, { ...init, dispatcher })) as unknown as Fetch
  }
  return {
    error: wrong && invalidClient(wrong.name, 'must be the URL of a proxy, such as http://proxy.example.com:8080'),
    redact,
    problem: async (url) => {
      const variable = variableFor(new URL(url))
      return variable === undefined || isSetInNode(env) || (await loadUndici()) !== undefined
        ? undefined
        : invalidClient(variable.name, 'requires the package undici: run npm install undici@7')
    },
    fetch: async (url, init) => {
      const variable = variableFor(new URL(String(url)))
      if (variable === undefined) return globalThis.fetch(url, init)
      try {
        opened ??= open()
        const response = await (await opened)(url, init)
        return response.status === 407 ? authenticationRequired() : response
      } catch (thrown) {
        const root = rootOf(thrown)
        const status = refusedStatus(root)
        if (status === 407) return authenticationRequired()
        if (status !== undefined && status < 500)
          throw new Error(`connection refused by the proxy of ${variable.name} with HTTP status ${status}`)
        throw failureOf(root, variable.name, redact)
      }
    },
  }
}
