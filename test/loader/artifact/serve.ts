import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { quick } from '../servers/quick.ts'
import { contentLines, lines } from './shelf.ts'

/** The shelf on a server, for the tests of one file; the log of requests and the faults are new for every test. */
export const served = () => {
  let sandbox: Sandbox | undefined
  beforeAll(async () => {
    sandbox = await startSandbox({ records: lines })
    for (const line of contentLines) sandbox.store.addContent(line)
  })
  afterAll(() => sandbox?.close())
  beforeEach(() => {
    sandbox?.resetRequests()
    sandbox?.faults.clear()
  })
  const started = (): Sandbox => {
    if (sandbox === undefined) throw new Error('not started')
    return sandbox
  }
  return {
    sandbox: started,
    client: () => quick(started().url, started().apiKey),
    operations: () => started().requests.map(({ operationName, path }) => operationName || path),
  }
}
