import { type Record, recordsOf } from './records.ts'
import { type Done, type Read, serve } from './serve.ts'

/** The same question, answered by us and by the floor. What they give is looked at when no time is taken. */
export interface Question<A> {
  readonly name: string
  readonly ours: (runs: ReadonlyArray<Record>) => A
  readonly floor: (runs: ReadonlyArray<Record>) => A
}

type Way = 'ours' | 'floor'

const TURNS = 11

/** What is shorter is done several times in a turn. */
const TURN_SECONDS = 0.02

const middle = (values: ReadonlyArray<number>): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

/**
 * Serves both answers from one process, in turn: what takes milliseconds is otherwise told apart by where its memory
 * lies and by what else the machine does.
 */
export const serveTogether = <A>(questions: ReadonlyArray<Question<A>>, lookAt: (answer: A) => Read): void => {
  let runs: ReadonlyArray<Record> | undefined
  serve<{ readonly runs: number }>(async (task) => {
    runs ??= recordsOf(task.runs)
    const ask = (question: Question<A>, way: Way, passes: number): readonly [A, number] => {
      const started = performance.now()
      let answer = question[way](runs ?? [])
      for (let pass = 1; pass < passes; pass += 1) answer = question[way](runs ?? [])
      return [answer, (performance.now() - started) / 1000 / passes]
    }
    const done: { [way in Way]: Done & { parts: { [name: string]: number } } } = {
      ours: { seconds: 0, count: 0, checksum: 0, parts: {} },
      floor: { seconds: 0, count: 0, checksum: 0, parts: {} },
    }
    for (const question of questions) {
      const spent: { [way in Way]: Array<number> } = { ours: [], floor: [] }
      const passes = Math.ceil(TURN_SECONDS / Math.max(1e-5, ask(question, 'floor', 1)[1]))
      for (let turn = 0; turn < TURNS; turn += 1)
        for (const way of turn % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const)) {
          const [answer, seconds] = ask(question, way, passes)
          spent[way].push(seconds)
          if (turn > 0) continue
          const { count, checksum } = lookAt(answer)
          done[way] = { ...done[way], count: done[way].count + count, checksum: done[way].checksum + checksum }
        }
      for (const way of ['ours', 'floor'] as const) {
        const seconds = middle(spent[way])
        done[way] = {
          ...done[way],
          seconds: done[way].seconds + seconds,
          parts: { ...done[way].parts, [question.name]: seconds },
        }
      }
    }
    return { ...done.ours, floor: done.floor }
  })
}
