import { downloadArtifact, downloadFile, downloadHistory } from 'wandb-run-ops/node'
import { quick } from '../../loader/servers/quick.ts'

/** Downloads in a process of its own, and prints the result as JSON. */
const downloads = { file: downloadFile, artifact: downloadArtifact, history: downloadHistory }
const [kind = '', url = '', apiKey = '', query = ''] = process.argv.slice(2)
const download = downloads[kind as keyof typeof downloads] as typeof downloadFile

console.log(JSON.stringify(await download(JSON.parse(query))(quick(url, apiKey))()))
