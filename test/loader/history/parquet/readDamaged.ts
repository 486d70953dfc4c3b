import { isDeepStrictEqual } from 'node:util'
import { historyFromParquet } from 'wandb-run-ops/loader'
import { peakKilobytes } from '../../../../bench/process/peakMemory.ts'
import { damageFile, randomOf } from './damage.ts'
import { forgedFiles } from './forgeries.ts'
import { seeds } from './seeds.ts'

/**
 * Reads forged and damaged files in a process of its own, and reports what became of them, and how much time and memory it
 * took.
 */
const [cases = '100', seed = '1'] = process.argv.slice(2)

const outcomes: Record<string, number> = {}
const forged: Record<string, string> = {}
const wrong: Array<string> = []
let slowest = 0

const outcomeOf = async (name: string, file: Uint8Array, whole?: unknown): Promise<string> => {
  const start = performance.now()
  let outcome: string
  try {
    const read = await historyFromParquet(file)()
    outcome = read._tag === 'Left' ? read.left._tag : isDeepStrictEqual(read, whole) ? 'same' : 'other values'
  } catch (error) {
    outcome = `thrown: ${error}`
    wrong.push(`${name}: ${outcome}`)
  }
  const took = performance.now() - start
  slowest = Math.max(slowest, took)
  if (took > 2000) wrong.push(`${name}: ${Math.round(took)} ms`)
  return outcome
}

for (const [name, file] of forgedFiles()) forged[name] = await outcomeOf(name, file)

const whole = await Promise.all(seeds.map((file) => historyFromParquet(file)()))
const random = randomOf(Number(seed))
for (let at = 0; at < Number(cases); at += 1) {
  const from = random(seeds.length)
  const other = seeds[random(seeds.length)] ?? new Uint8Array()
  const { kind, bytes } = damageFile(seeds[from] ?? new Uint8Array(), other, random)
  const name = `${kind}: ${await outcomeOf(`case ${at} of seed ${seed}`, bytes, whole[from])}`
  outcomes[name] = (outcomes[name] ?? 0) + 1
}
console.log(JSON.stringify({ outcomes, forged, wrong, slowest, kilobytes: peakKilobytes() }))
