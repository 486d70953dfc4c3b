import type { Client } from '../client/Client.ts'
import { loadError } from '../client/LoadError.ts'
import { makeClient } from '../client/makeClient.ts'
import type { EnvOptions } from '../node/clientFromEnv.ts'

/** Makes the client of a door where there is no environment to look into, such as in a browser. */
export const openClient = (given: EnvOptions = {}): Client => {
  const { env, home, directory, insecureHttp, onWarning, anonymous = false, ...options } = given
  const client = makeClient(options)
  const isMissing = options.apiKey === undefined && !anonymous
  const reason = 'is missing: pass it to connect({ apiKey }), or pass anonymous to read public data only'
  const missing = isMissing ? loadError({ _tag: 'InvalidClient', option: 'apiKey', reason }) : undefined
  return Object.freeze({ ...client, configError: client.configError ?? missing })
}
