import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const programs = {
  'best-of-last-week': () => import('../../examples/queries/best-of-last-week.ts'),
  'config-differences': () => import('../../examples/queries/config-differences.ts'),
  'every-group': () => import('../../examples/queries/every-group.ts'),
  'keys-with-dots': () => import('../../examples/queries/keys-with-dots.ts'),
  'nan-last': () => import('../../examples/queries/nan-last.ts'),
}

test('every program is run', () => {
  const files = readdirSync(fileURLToPath(new URL('../../examples/queries', import.meta.url)))
  expect(files.filter((file) => file !== 'project.ts').toSorted()).toEqual(
    Object.keys(programs).map((program) => `${program}.ts`),
  )
})

test.each(Object.entries(programs))('%s passes its assertions', async (_, program) => {
  await expect(program()).resolves.toBeDefined()
})
