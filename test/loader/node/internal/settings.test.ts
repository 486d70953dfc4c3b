import { describe, expect, test } from 'vitest'
import { parseSettings } from '../../../../src/loader/node/internal/settings.ts'

describe('parseSettings', () => {
  test('reads the default section, with names in small letters', () => {
    const text = '[default]\nEntity = team\nproject: vision \n  base_url=https://wandb.example.com/?a=b\n'
    expect({ ...parseSettings(text) }).toEqual({
      entity: 'team',
      project: 'vision',
      base_url: 'https://wandb.example.com/?a=b',
    })
  })

  test('reads no other section, no comment, and nothing that is empty', () => {
    const text =
      'entity = a\r\n[other]\r\nentity = b\r\n[default]\r\n# entity = c\r\n; entity = d\r\nentity =\r\nrubbish\r\n'
    expect({ ...parseSettings(text) }).toEqual({})
  })

  test('takes the last of a name', () => {
    expect(parseSettings('[default]\nentity = a\nentity = b')['entity']).toBe('b')
  })

  test('has nothing from a prototype', () => {
    expect(parseSettings('')['constructor']).toBeUndefined()
    expect(parseSettings('[default]\n__proto__ = x')['constructor']).toBeUndefined()
  })
})
