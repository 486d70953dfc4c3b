import { invalidClient } from '../client/errors.ts'
import type { LoadError } from '../client/LoadError.ts'
import { checkBaseUrl, isLoopback } from '../client/options.ts'
import { DEFAULT_BASE_URL, hostOf, officialApi, parseUrl, sameApiHosts } from '../client/servers.ts'
import { netrcPassword, readNetrc, readSettings } from './settings.ts'

/** Where the environment is looked up. */
export interface EnvPlaces {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly directory: string
}

/** What a program passes, which takes precedence. */
interface Given {
  readonly apiKey?: string | undefined
  readonly baseUrl?: string | undefined
  readonly insecureHttp?: boolean | undefined
}

/** What W&B's tools are set up with on this machine. */
interface Environment {
  readonly baseUrl: string
  readonly apiKey: string | undefined
  readonly entity: string | undefined
  readonly project: string | undefined
  /** Something that the user should know about the choice of the server. */
  readonly warning: string | undefined
  /** Why the API key must not be sent. */
  readonly error: LoadError | undefined
}

/** Returns the text without the spaces around it; `undefined` if nothing is left. */
export const nonEmpty = (text: string | undefined): string | undefined => text?.trim() || undefined

const isOn = (text: string | undefined): boolean => /^(1|true|yes|on)$/i.test(text?.trim() ?? '')

/** The host of a server as netrc names it. */
export const serverHost = (baseUrl: string): string => {
  const url = parseUrl(checkBaseUrl(baseUrl).url)
  return url === undefined ? baseUrl : hostOf(url)
}

/** The default server: the one of W&B's two hosts that `wandb login` stored a key for. */
const defaultBaseUrl = (netrc: string): string => {
  const hosts = sameApiHosts(serverHost(DEFAULT_BASE_URL))
  const known = hosts.find((host) => netrcPassword(netrc, host) !== netrcPassword(netrc))
  return known === undefined ? DEFAULT_BASE_URL : `https://${known}`
}

/** Finds the server, the API key and the defaults: what is passed, the variables, the settings files, netrc. */
export const readEnvironment = ({ env, home, directory }: EnvPlaces, given: Given = {}): Environment => {
  const { folder, user } = readSettings(env, home, directory)
  const netrc = readNetrc(env, home)
  const settings = { ...user.settings, ...folder.settings }
  const chosen = nonEmpty(given.baseUrl) ?? nonEmpty(env['WANDB_BASE_URL'])
  const baseUrl = chosen ?? settings['base_url'] ?? defaultBaseUrl(netrc)
  const apiKey =
    given.apiKey ??
    nonEmpty(env['WANDB_API_KEY']) ??
    settings['api_key'] ??
    netrcPassword(netrc, ...sameApiHosts(serverHost(baseUrl)))
  const url = parseUrl(checkBaseUrl(baseUrl).url)
  const isForeign = url !== undefined && officialApi(url) === undefined
  const isOfFolder = chosen === undefined && folder.settings['base_url'] === baseUrl
  const source = isOfFolder ? folder.path : chosen === undefined ? user.path : 'WANDB_BASE_URL'
  const isOpen =
    url?.protocol === 'http:' &&
    !isLoopback(url) &&
    nonEmpty(given.baseUrl) === undefined &&
    !(given.insecureHttp === undefined ? isOn(env['WANDB_INSECURE_HTTP']) : given.insecureHttp === true)
  return {
    baseUrl,
    apiKey,
    entity: nonEmpty(env['WANDB_ENTITY']) ?? settings['entity'],
    project: nonEmpty(env['WANDB_PROJECT']) ?? settings['project'],
    warning:
      isForeign && isOfFolder && user.settings['base_url'] !== baseUrl && apiKey !== undefined
        ? `The API key is sent to ${hostOf(url)}, the server that ${folder.path} names. If you do not know this folder, delete the file, or set WANDB_BASE_URL.`
        : undefined,
    error:
      isOpen && apiKey !== undefined
        ? invalidClient(
            'baseUrl',
            `of ${source} would send the API key to ${hostOf(url)} unencrypted: use https://, or set WANDB_INSECURE_HTTP=true or insecureHttp if you trust the network`,
          )
        : undefined,
  }
}
