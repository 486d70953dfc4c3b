import { Worker } from 'node:worker_threads'

/** Evaluates an expression over a package, `module`, in a separate thread, where nothing has been registered with it. */
export const evaluateFresh = (name: string, expression: string): Promise<ReadonlyArray<string>> =>
  new Promise((resolve, reject) => {
    const program = `import(${JSON.stringify(name)}).then((module) => {
      require('node:worker_threads').parentPort.postMessage(${expression})
    })`
    new Worker(program, { eval: true }).once('message', resolve).once('error', reject)
  })
