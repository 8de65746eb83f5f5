import { expect, it } from 'vitest'
import { recordFileName, recordText } from './download-record.ts'

const mirror = {
  id: 'B0F5-CS21',
  name: 'Dublin',
  baseUrl: 'https://dublin.example.com',
  enabled: true,
  lastSeenDate: Date.UTC(2026, 10, 23, 12),
  mirrorType: 'FARM',
  productType: null,
  productVersion: '8.16.2',
}

it('the record says where and when it was read', () => {
  const text = recordText(mirror, 'https://bitbucket.example.com', Date.UTC(2026, 10, 23, 13))
  expect(JSON.parse(text)).toEqual({
    upstream: 'https://bitbucket.example.com',
    readAt: '2026-11-23T13:00:00.000Z',
    mirrorServer: { ...mirror, lastSeenDate: '2026-11-23T12:00:00.000Z' },
  })
  expect(text.endsWith('}\n')).toBe(true)
})

it('no id chooses where the file goes', () => {
  expect(recordFileName({ id: '../../etc/passwd' })).toBe('mirror-server-______etc_passwd.json')
})
