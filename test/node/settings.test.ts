import { describe, expect, test } from 'vitest'
import { netrcPassword, parseSettings } from '../../src/node/settings.ts'

const host = 'api.wandb.ai'

describe('passwordIn', () => {
  test.each([
    ['an entry on lines', 'machine api.wandb.ai\n  login user\n  password k1\n'],
    ['an entry on one line', 'machine api.wandb.ai login user password k1'],
    ['Windows line ends and tabs', 'machine\tapi.wandb.ai\r\n\tlogin user\r\n\tpassword k1\r\n'],
    ['an account', 'machine api.wandb.ai login user account acme password k1'],
    ['a login that is called password', 'machine api.wandb.ai login password password k1'],
    ['quotes', 'machine "api.wandb.ai" login "a user" password "k1"'],
    ['a backslash', 'machine api.wandb.ai login user password k\\1'],
    ['comments', '# machine api.wandb.ai password no\nmachine api.wandb.ai # here\n password k1'],
    ['capitals in the name', 'machine API.wandb.ai login user password k1'],
    ['an entry behind others', 'machine a.com login x password no\nmachine api.wandb.ai login user password k1'],
    [
      'names that begin alike',
      'machine api.wandb.ai.evil.com password no machine api.wandb.ai password k1 machine api password no',
    ],
    ['a default behind', 'machine api.wandb.ai password k1\ndefault login x password no'],
    ['a default before', 'default login x password no\nmachine api.wandb.ai password k1'],
    ['a default alone', 'machine a.com password no\ndefault login x password k1'],
    ['the first of two entries', 'machine api.wandb.ai password k1\nmachine api.wandb.ai password no'],
    ['a macro before', 'macdef init\nmachine api.wandb.ai password no\n\nmachine api.wandb.ai password k1'],
  ])('finds the key with %s', (_, text) => {
    expect(netrcPassword(text, host)).toBe('k1')
  })

  test.each([
    ['nothing', ''],
    ['another host', 'machine a.com login user password k1'],
    ['a longer name', 'machine api.wandb.ai.evil.com password k1'],
    ['another port', 'machine api.wandb.ai:8080 password k1'],
    ['no password', 'machine api.wandb.ai login user'],
    ['an empty password', 'machine api.wandb.ai login user password ""'],
    ['a password that is cut off', 'machine api.wandb.ai password'],
    ['a password before any machine', 'password k1'],
    ['binary rubbish', '\u0000\u0001machine'],
    ['an entry in a macro', 'macdef init\nmachine api.wandb.ai password k1'],
  ])('finds no key with %s', (_, text) => {
    expect(netrcPassword(text, host)).toBeUndefined()
  })

  test('distinguishes ports', () => {
    const text = 'machine localhost:8080 password k1\nmachine localhost password no'
    expect(netrcPassword(text, 'localhost:8080')).toBe('k1')
  })
})

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
