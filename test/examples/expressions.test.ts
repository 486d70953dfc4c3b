import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const programs = {
  'best-runs': () => import('../../examples/expressions/best-runs.ts'),
  'every-group': () => import('../../examples/expressions/every-group.ts'),
  'what-is-loaded': () => import('../../examples/expressions/what-is-loaded.ts'),
}

test('every program is run', () => {
  const files = readdirSync(fileURLToPath(new URL('../../examples/expressions', import.meta.url)))
  expect(files.filter((file) => file !== 'project.ts').toSorted()).toEqual(
    Object.keys(programs).map((program) => `${program}.ts`),
  )
})

test.each(Object.entries(programs))('%s passes its assertions', async (_, program) => {
  await expect(program()).resolves.toBeDefined()
})
