import { describe, expect, test } from 'vitest'
import { ordProjectByName } from '../../../src/ops/project/ordProject.ts'
import { aProject } from '../records.ts'

describe('ordProjectByName', () => {
  test('orders by name, capitals before small letters', () => {
    const [audio, vision, zoo] = ['audio', 'vision', 'Zoo'].map((name) => aProject({ name }))
    expect([vision, audio, zoo].sort((a, b) => ordProjectByName.compare(a ?? aProject(), b ?? aProject()))).toEqual([
      zoo,
      audio,
      vision,
    ])
  })
})
