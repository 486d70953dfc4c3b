import type { DecodeFailure } from '../types/wire/DecodeFailure.ts'

/**
 * One of the errors that a GraphQL server returns with, or instead of, data.
 *
 * @category Errors
 * @since 0.1.0
 */
export interface GraphqlError {
  /** The message of the server. */
  readonly message: string
  /** The path of the field in the response, if the server reports one. */
  readonly path?: ReadonlyArray<string | number>
}

/**
 * Why a load failed, as plain data without the message.
 *
 * @category Errors
 * @since 0.1.0
 */
export type LoadErrorReason =
  /** No API key was found. */
  | { readonly _tag: 'NoCredentials'; readonly host: string }
  /** The server requires a valid API key. */
  | { readonly _tag: 'Unauthorized'; readonly host: string; readonly detail: string }
  /** The API key is valid but lacks the permission. */
  | { readonly _tag: 'Forbidden'; readonly host: string; readonly detail: string }
  /** It does not exist, or the API key has no access to it: the server does not say which. */
  | {
      readonly _tag: 'NotFound'
      readonly what:
        | 'project'
        | 'run'
        | 'viewer'
        | 'artifact'
        | 'artifact type'
        | 'artifact version'
        | 'manifest'
        | 'file'
        | 'sweep'
        | 'agent'
        | 'entity'
        | 'team'
        | 'user'
        | 'report'
      readonly path: string
    }
  /** The path is not one of a project, run, sweep, artifact or report. */
  | { readonly _tag: 'InvalidPath'; readonly path: string; readonly reason: string }
  /** A field of the query is invalid; nothing was sent. */
  | {
      readonly _tag: 'InvalidQuery'
      readonly field: string
      readonly reason: string
      /** For an option that does not exist: which ones do. */
      readonly hint?: string | undefined
    }
  /** An option of the client is invalid; nothing was sent. */
  | {
      readonly _tag: 'InvalidClient'
      readonly option: string
      readonly reason: string
      /** For an option that does not exist: which ones do. */
      readonly hint?: string | undefined
    }
  /** The server rejected the GraphQL request, or answered only a part of it, which is in `partial`. */
  | { readonly _tag: 'GraphqlRefused'; readonly errors: ReadonlyArray<GraphqlError>; readonly partial: unknown }
  /** The server responded with an HTTP status that no other reason covers. */
  | {
      readonly _tag: 'HttpFailed'
      readonly status: number
      readonly detail: string
      /** What to do, if more is known than the status. */
      readonly advice?: string | undefined
    }
  /** The rate limit is exceeded for longer than the client may wait. */
  | { readonly _tag: 'RateLimited'; readonly retryAfterSeconds: number | undefined }
  /** The server could not be reached, or the connection was lost. */
  | {
      readonly _tag: 'NetworkFailed'
      readonly detail: string
      /** What to do, if more is known than the detail. */
      readonly advice?: string | undefined
    }
  /** The server did not respond in time. */
  | { readonly _tag: 'TimedOut'; readonly seconds: number }
  /** The caller's signal aborted the load. */
  | { readonly _tag: 'Aborted' }
  /** The response is not one that a W&B server sends, or is larger than `maxBodyBytes`. */
  | {
      readonly _tag: 'ResponseMalformed'
      readonly detail: string
      /** The limit, if the response is larger. */
      readonly maxBodyBytes?: number | undefined
    }
  /** The server returned no new cursor, or nothing new for many pages, so that paging would never end. */
  | { readonly _tag: 'CursorStuck'; readonly cursor: string | undefined; readonly page: number }
  /** A loop over a list passed only what could be read and what the server returned, which is not all of it. */
  | {
      readonly _tag: 'ListIncomplete'
      readonly what: string
      /** What could not be read. */
      readonly failures: ReadonlyArray<DecodeFailure>
      /** How many entries the server counted but did not return; `undefined` if it does not report the total. */
      readonly missing: number | undefined
    }
  /** The run was received but could not be read. */
  | { readonly _tag: 'RunUnreadable'; readonly failure: DecodeFailure }
  /** The record was received but could not be read. */
  | { readonly _tag: 'Unreadable'; readonly what: string; readonly failure: DecodeFailure }
  /** The name of a file leads out of the target folder; nothing was written. */
  | { readonly _tag: 'UnsafePath'; readonly name: string; readonly reason: string }
  /** A file is truncated, damaged, or of another format. */
  | { readonly _tag: 'FileUnreadable'; readonly detail: string }
  /** A file could not be read or written on this machine. */
  | { readonly _tag: 'DiskFailed'; readonly path: string; readonly detail: string }
  /** The downloaded file is not the expected one; it was discarded. */
  | { readonly _tag: 'DigestMismatch'; readonly name: string; readonly expected: string; readonly actual: string }
  /** The file already exists, and neither `replace` nor `existOk` is set; nothing was requested. */
  | { readonly _tag: 'FileExists'; readonly path: string }
  /** The server is too old for the feature. */
  | { readonly _tag: 'Unsupported'; readonly feature: string; readonly advice: string }

const MAX_LENGTH = 400

/** Line breaks, control characters, and marks that change the writing direction. */
const UNPRINTABLE = /[\s\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

const oneLine = (text: string): string => {
  const line = text.replace(UNPRINTABLE, ' ').trim()
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH).replace(/[\ud800-\udbff]$/, '')}…` : line
}

const seconds = (n: number): string => `${Math.round(n * 10) / 10} s`

/** A wait of more seconds than this is more likely a mistake of a proxy than a rate limit. */
const LONG_WAIT = 3600

/** Leaves room for the advice. */
const MAX_DETAIL = 240

const inParentheses = (detail: string): string => {
  if (detail === '') return ''
  return detail.length > MAX_DETAIL ? ` (${detail.slice(0, MAX_DETAIL)}…)` : ` (${detail})`
}

const mismatch = ({
  path,
  expected,
  actual,
}: Extract<LoadErrorReason, { readonly _tag: 'Unreadable' }>['failure']): string =>
  `${path.length === 0 ? '' : ` at "${path.join('/')}"`}: expected ${expected}, got ${actual}`

const adviceFor = (status: number): string => {
  if (status === 404 || status === 405) return 'check that baseUrl is the URL of the API'
  if (status === 408 || status >= 500) return 'try again later, or with a smaller pageSize'
  return status >= 400 ? 'check the query' : 'check baseUrl'
}

/** What to do about a failure of the network, whose detail begins with the code of the platform. */
const networkAdvice = (detail: string): string => {
  if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)/.test(detail))
    return 'the certificate of the server is not valid now: check the clock of this machine, or tell the administrator'
  if (/^ERR_TLS_CERT_ALTNAME/.test(detail)) return 'the certificate is for another host: check baseUrl'
  if (/^(SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_(GET|VERIFY))|self.signed|unknown ?issuer/i.test(detail))
    return 'no authority that this machine knows signed the certificate: set NODE_EXTRA_CA_CERTS to the file with the certificate of your authority'
  if (/^(ERR_SSL_WRONG_VERSION|ERR_SSL_PACKET_LENGTH|EPROTO)/.test(detail))
    return 'the server does not speak TLS there: check the port, and whether the URL begins with http://'
  return /\bproxy\b/.test(detail) ? 'check the proxy, the network and baseUrl' : 'check the network and baseUrl'
}

const diskAdvice = (detail: string): string =>
  detail === 'ENAMETOOLONG'
    ? 'check the length of the name, which is more than the file system allows'
    : 'check the folder and the free disk space'

const MAX_PATH = 200

/** Leaves out the middle of a long path. */
const shortened = (path: string): string => {
  if (path.length <= MAX_PATH) return path
  const start = path.slice(0, MAX_PATH / 2).replace(/[\ud800-\udbff]$/, '')
  return `${start}…${path.slice(-MAX_PATH / 2).replace(/^[\udc00-\udfff]/, '')}`
}

const sentence = (reason: LoadErrorReason): string => {
  switch (reason._tag) {
    case 'NoCredentials':
      return `No API key found for ${reason.host}: pass apiKey, set WANDB_API_KEY, or log in with "wandb login".`
    case 'Unauthorized':
      return `${reason.host} requires a valid API key${inParentheses(reason.detail)}: check that the key is complete and belongs to this server.`
    case 'Forbidden':
      return `${reason.host} denied access to this API key${inParentheses(reason.detail)}: ask the owner for access.`
    case 'NotFound':
      return reason.what === 'viewer'
        ? `Could not find the account of the API key at ${reason.path}: pass a valid API key.`
        : `Could not find ${reason.what} "${reason.path}": check the spelling, and that the API key has access.`
    case 'InvalidPath':
      return `Invalid path "${reason.path}": ${reason.reason}.`
    case 'InvalidQuery':
      return reason.hint === undefined
        ? `Invalid query: ${reason.field} ${reason.reason}.`
        : `Unknown option ${reason.field}. ${reason.hint}`
    case 'InvalidClient':
      return reason.hint === undefined
        ? `Invalid client option: ${reason.option} ${reason.reason}.`
        : `Unknown option ${reason.option}. ${reason.hint}`
    case 'GraphqlRefused':
      return `The server rejected the request${inParentheses(reason.errors.map(({ message }) => message).join('; '))}: check the query and the permissions of the API key.`
    case 'HttpFailed':
      if (reason.status === 407)
        return 'The proxy requires another user name and password (HTTP status 407): write them into HTTPS_PROXY or HTTP_PROXY, as in http://user:password@proxy.example.com:8080.'
      return `The server responded with HTTP status ${reason.status}${inParentheses(reason.detail)}: ${reason.advice ?? adviceFor(reason.status)}.`
    case 'RateLimited':
      if (reason.retryAfterSeconds === undefined)
        return 'Exceeded the rate limit of the server: try again later, or load less.'
      return reason.retryAfterSeconds > LONG_WAIT
        ? `Exceeded the rate limit of the server, which asks to wait ${seconds(reason.retryAfterSeconds)}: no request waits that long, so try again in a few minutes, or load less.`
        : `Exceeded the rate limit of the server: try again in ${seconds(reason.retryAfterSeconds)}.`
    case 'NetworkFailed':
      return `Could not reach the server${inParentheses(reason.detail)}: ${reason.advice ?? networkAdvice(reason.detail)}.`
    case 'TimedOut':
      return `The server did not respond within ${seconds(reason.seconds)}: ask for fewer fields or a smaller pageSize, or raise timeoutMs.`
    case 'Aborted':
      return 'The load was aborted by its signal: start it again to get the rest.'
    case 'ResponseMalformed':
      if (reason.maxBodyBytes !== undefined)
        return `The response of the server is ${reason.detail}: ask for fewer fields or a smaller pageSize, or raise maxBodyBytes.`
      return `Unexpected response from the server (${reason.detail}): check that baseUrl is the URL of the API.`
    case 'CursorStuck':
      return `Paging stopped at page ${reason.page} because the server repeats itself: try another pageSize or order.`
    case 'ListIncomplete':
      return reason.failures[0] === undefined
        ? `The list of ${reason.what} ended early${inParentheses(reason.missing === undefined ? '' : `${reason.missing} missing`)}: it changed meanwhile, or the server left some out. Load it again.`
        : `Could not read ${reason.failures.length} of the ${reason.what}, first ${reason.failures[0].runId ?? 'one'}${mismatch(reason.failures[0])}. Pass onFailure to loop without them.`
    case 'Unreadable':
      return `Could not read the ${reason.what}${mismatch(reason.failure)}. Look at it in the web app.`
    case 'UnsafePath':
      return `Refused to write "${reason.name}" because its path ${reason.reason}: check where it comes from.`
    case 'DiskFailed':
      return `Could not read or write "${shortened(reason.path)}"${inParentheses(reason.detail)}: ${diskAdvice(reason.detail)}.`
    case 'FileUnreadable':
      return `Could not read the file${inParentheses(reason.detail)}: download it again.`
    case 'DigestMismatch':
      return `The file "${reason.name}" does not match: expected ${reason.expected}, got ${reason.actual}. Download it again.`
    case 'FileExists':
      return `"${shortened(reason.path)}" already exists: pass replace to overwrite it, or existOk to keep it.`
    case 'Unsupported':
      return `This server is too old for ${reason.feature}: ${reason.advice}.`
    case 'RunUnreadable':
      return `Could not read the run${mismatch(reason.failure)}. Look at it in the web app, or leave that field out.`
  }
}

/** Builds the message of every error. */
const loadErrorMessage = (reason: LoadErrorReason): string => oneLine(sentence(reason))

/**
 * Why a load failed: plain data, discriminated by `_tag`, with a one-line `message`. It never contains the API key.
 *
 * @category Errors
 * @since 0.1.0
 */
export type LoadError = LoadErrorReason & {
  /** One line: what is wrong, and what to do next. */
  readonly message: string
}

/**
 * Creates an error from its reason, with the message for it.
 *
 * @param reason - The reason.
 * @returns The frozen error.
 * @category Errors
 * @since 0.1.0
 */
export const loadError = (reason: LoadErrorReason): LoadError =>
  Object.freeze({ ...reason, message: loadErrorMessage(reason) })
