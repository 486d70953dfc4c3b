import type { LoadErrorReason } from '../LoadErrorReason.ts'

const LINE = 400

/** Line breaks, escape sequences of terminals, and marks that turn the direction of writing. */
const UNPRINTABLE = /[\s\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

const oneLine = (text: string): string => {
  const line = text.replace(UNPRINTABLE, ' ').trim()
  return line.length > LINE ? `${line.slice(0, LINE).replace(/[\ud800-\udbff]$/, '')}…` : line
}

const seconds = (n: number): string => `${Math.round(n * 10) / 10} s`

/** Leaves room for what to do. */
const DETAIL = 240

const said = (detail: string): string => {
  if (detail === '') return ''
  return detail.length > DETAIL ? ` (${detail.slice(0, DETAIL)}…)` : ` (${detail})`
}

const adviceFor = (status: number): string => {
  if (status === 404 || status === 405) return 'check that the base URL is that of the API'
  if (status === 408 || status >= 500) return 'try again later, or ask for a smaller page'
  return status >= 400 ? 'check the query' : 'check the base URL'
}

const sentence = (reason: LoadErrorReason): string => {
  switch (reason._tag) {
    case 'NoCredentials':
      return `No API key for ${reason.host}: pass apiKey, set WANDB_API_KEY, or log in with "wandb login".`
    case 'Unauthorized':
      return `${reason.host} does not accept the API key, or wants one${said(reason.detail)}: check that it is whole and belongs to this server.`
    case 'Forbidden':
      return `${reason.host} does not let this API key read that${said(reason.detail)}: ask its owner for access.`
    case 'NotFound':
      return `No ${reason.what} "${reason.path}", or this API key may not see it: check the spelling and the key.`
    case 'InvalidPath':
      return `"${reason.path}" is no path: ${reason.reason}.`
    case 'InvalidQuery':
      return `The query's ${reason.field} ${reason.reason}.`
    case 'InvalidClient':
      return `The client's ${reason.option} ${reason.reason}.`
    case 'GraphqlRefused':
      return `The server refused the request${said(reason.errors.map(({ message }) => message).join('; '))}: check the query and what the API key may read.`
    case 'HttpFailed':
      return `The server answered with HTTP status ${reason.status}${said(reason.detail)}: ${adviceFor(reason.status)}.`
    case 'RateLimited':
      return reason.retryAfterSeconds === undefined
        ? 'The server limits the rate of requests: try again later, or load less at once.'
        : `The server limits the rate of requests: try again in ${seconds(reason.retryAfterSeconds)}.`
    case 'NetworkFailed':
      return `The server could not be reached${said(reason.detail)}: check the network and the base URL.`
    case 'TimedOut':
      return `The server did not answer within ${seconds(reason.seconds)}: ask for fewer fields or a smaller page, or raise timeoutMs.`
    case 'Aborted':
      return 'The load was aborted by its signal: start it again to load the rest.'
    case 'ResponseMalformed':
      return `The answer is not what a W&B server sends (${reason.detail}): check the base URL.`
    case 'CursorStuck':
      return `Paging does not move on from page ${reason.page}, since the server repeats itself: try another page size or order.`
    case 'Unreadable':
      return `The ${reason.what} could not be read: ${reason.failure.path.join('/') || 'it'} should be ${reason.failure.expected} and is ${reason.failure.actual}: look at it in the web app.`
    case 'UnsafePath':
      return `The file "${reason.name}" is not written, since its name ${reason.reason}: look at where it comes from.`
    case 'DiskFailed':
      return `"${reason.path}" could not be read or written${said(reason.detail)}: check the folder and the room on the disk.`
    case 'FileUnreadable':
      return `A file cannot be read${said(reason.detail)}: get a new copy of it, and look at whether it is what it should be.`
    case 'DigestMismatch':
      return `The file "${reason.name}" should have the digest ${reason.expected} and has ${reason.actual}: download it again.`
    case 'FileExists':
      return `"${reason.path}" is there already: pass replace to write it anew, or existOk to keep it.`
    case 'Unsupported':
      return `This server is too old for ${reason.feature}: ${reason.advice}.`
    case 'RunUnreadable':
      return `The run could not be read: ${reason.failure.path.join('/') || 'it'} should be ${reason.failure.expected} and is ${reason.failure.actual}: look at it in the web app, or leave that field out.`
  }
}

/** The one place that puts a reason into words. */
export const explain = (reason: LoadErrorReason): string => oneLine(sentence(reason))
