import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const programs = readdirSync(`${root}examples/run-operations`)
  .filter((file) => file.startsWith('run-'))
  .map((file) => file.replace(/\.ts$/, ''))

test('each page of examples has a program', () => {
  expect(programs).toHaveLength(11)
})

test.each(programs)('%s passes its assertions', async (program) => {
  await expect(import(`../../examples/run-operations/${program}.ts`)).resolves.toBeDefined()
})
