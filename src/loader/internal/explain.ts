import type { LoadErrorReason } from '../LoadError.ts'

const LINE = 400

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LINE ? `${line.slice(0, LINE)}…` : line
}

const seconds = (n: number): string => `${Math.round(n * 10) / 10} s`

const sentence = (reason: LoadErrorReason): string => {
  switch (reason._tag) {
    case 'NoCredentials':
      return `No API key for ${reason.host}: pass apiKey, set WANDB_API_KEY, or log in with "wandb login".`
    case 'Unauthorized':
      return `${reason.host} does not accept the API key: check that it is whole and belongs to this server.`
    case 'Forbidden':
      return `${reason.host} does not let this API key read that: ask its owner for access.`
    case 'NotFound':
      return `No ${reason.what} "${reason.path}", or this API key may not see it: check the spelling and the key.`
    case 'InvalidPath':
      return `"${reason.path}" is no path: ${reason.reason}.`
    case 'InvalidQuery':
      return `The query's ${reason.field} ${reason.reason}.`
    case 'InvalidClient':
      return `The client's ${reason.option} ${reason.reason}.`
    case 'GraphqlRefused':
      return `The server refused the request: ${reason.errors.map(({ message }) => message).join('; ') || 'it gave no reason'}.`
    case 'HttpFailed':
      return `The server answered with HTTP status ${reason.status}${reason.detail === '' ? '' : `: ${reason.detail}`}.`
    case 'RateLimited':
      return reason.retryAfterSeconds === undefined
        ? 'The server limits the rate of requests: try again later, or load less at once.'
        : `The server limits the rate of requests: try again in ${seconds(reason.retryAfterSeconds)}.`
    case 'NetworkFailed':
      return `The server could not be reached (${reason.detail}): check the network and the base URL.`
    case 'TimedOut':
      return `The server did not answer within ${seconds(reason.seconds)}: ask for fewer fields or a smaller page, or raise timeoutMs.`
    case 'Aborted':
      return 'The load was aborted by its signal.'
    case 'ResponseMalformed':
      return `The answer is not what a W&B server sends (${reason.detail}): check the base URL.`
    case 'CursorStuck':
      return `The server gave the same cursor twice on page ${reason.page}, so paging would not end: try another page size or order.`
    case 'RunUnreadable':
      return `The run could not be read: ${reason.failure.path.join('/') || 'it'} should be ${reason.failure.expected} and is ${reason.failure.actual}.`
  }
}

/** The one place that puts a reason into words. */
export const explain = (reason: LoadErrorReason): string => oneLine(sentence(reason))
