import { describe, expect, it } from 'vitest'
import { ownProduct } from './shop.ts'

const lamp = { id: 'lamp', name: { en: 'Lamp' }, price: { amount: 100, currency: 'CNY' }, attributes: { size: '30 cm' } }

describe('a product of the library', () => {
  it('is taken as it was typed', () => {
    expect(ownProduct.parse({ ...lamp, url: 'https://shop.example/lamp' })).toMatchObject(lamp)
  })

  it.each([
    [
      'a sheet that no question could be looked up in',
      { attributes: Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`key ${at}`, 'v'])) },
    ],
    ['a fact longer than an answer', { attributes: { size: 'x'.repeat(2_001) } }],
    ['a name of a fact that is no name', { attributes: { ['x'.repeat(101)]: 'v' } }],
    ['a link that runs', { url: 'javascript:alert(1)' }],
    ['a currency that no price can be written in', { price: { amount: 100, currency: 'C1!' } }],
    ['no id', { id: '' }],
  ])('is refused with %s', (_, change) => {
    expect(ownProduct.safeParse({ ...lamp, ...change }).success).toBe(false)
  })
})
