import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { flowJsonSchema } from '../../nodes/json-schema.ts'
import { registerPages } from './pages.ts'

const app = new Hono()
registerPages(app, { built: '/nowhere', openApi: '{"openapi":"3.1.0"}', flowSchema: (locale) => JSON.stringify(flowJsonSchema(locale)) })
const schema = async (query = '') => JSON.stringify(await (await app.request(`/schemas/flow-1.json${query}`)).json())

describe('the published documents', () => {
  it('describe a flow with the fields of every kind of card', async () => {
    const text = await schema()
    for (const field of ['silence', 'branches', 'offers', 'assignments']) expect(text).toContain(`"${field}"`)
  })

  it('speak the language that is asked for, and English to all others', async () => {
    expect(await schema('?locale=zh-CN')).toMatch(/[\u4e00-\u9fff]{4}/)
    expect(await schema('?locale=xx')).toBe(await schema('?locale=en'))
  })

  it('include the API', async () => {
    expect(await (await app.request('/openapi.json')).json()).toEqual({ openapi: '3.1.0' })
  })
})
