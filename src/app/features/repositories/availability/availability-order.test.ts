import { describe, expect, it } from 'vitest'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { groupsOf } from './availability-groups-of.ts'
import { type AnswerBrief, inOrder, type Order, orderOf } from './availability-order.ts'

const mirror = (id: string): MirrorServer => ({
  id,
  name: id,
  baseUrl: null,
  enabled: true,
  lastSeenDate: null,
  mirrorType: null,
  productType: null,
  productVersion: null,
})
const mirrors = ['a', 'b', 'c', 'd', 'e'].map(mirror)
const answers = new Map<string, AnswerBrief>([
  ['a', { word: 'Available', tone: 'good', isServing: true, tookMs: 90 }],
  ['b', { word: 'Timed out', tone: 'bad', isServing: false, tookMs: 5000 }],
  ['c', { word: 'Available', tone: 'good', isServing: true, tookMs: 7 }],
  ['d', { word: 'Available but failing to update', tone: 'attention', isServing: true, tookMs: 30 }],
])

describe('the mirrors of a repository', () => {
  it.each<[Order, string]>([
    ['name', 'abcde'],
    ['worst', 'bdeac'],
    ['fastest', 'cdabe'],
  ])('ordered %s are %s', (order, ids) => {
    expect(
      inOrder(mirrors, answers, order)
        .map(({ id }) => id)
        .join(''),
    ).toBe(ids)
  })

  it.each<[Order, readonly string[]]>([
    ['name', ['Available: ac', 'Available but failing to update: d', 'Asking: e', 'Timed out: b']],
    ['worst', ['Timed out: b', 'Available but failing to update: d', 'Asking: e', 'Available: ac']],
  ])('grouped %s are %j', (order, groups) => {
    const found = groupsOf(mirrors, answers, order)
    expect(found.map(({ word, mirrors: of }) => `${word}: ${of.map(({ id }) => id).join('')}`)).toEqual(
      groups,
    )
  })

  it.each([
    [null, 'name'],
    ['worst', 'worst'],
    ['fastest', 'fastest'],
    ['<script>', 'name'],
  ])('have the order of the address %j: %s', (text, order) => {
    expect(orderOf(text)).toBe(order)
  })
})
