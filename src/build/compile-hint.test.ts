import { expect, it } from 'vitest'
import { scriptsOfFirstPages } from './compile-hint.ts'

const chunk = (
  fileName: string,
  imports: readonly string[] = [],
  dynamicImports: readonly string[] = [],
) => ({
  fileName,
  imports: [...imports],
  dynamicImports: [...dynamicImports],
  isEntry: fileName === 'app',
})

it('counts the app, its pages and what they import, and not what a page loads later', () => {
  const chunks = [
    chunk('app', ['library'], ['page', 'other-page']),
    chunk('library', [], ['page-of-library']),
    chunk('page', ['app', 'table'], ['dialog']),
    chunk('other-page', ['table']),
    chunk('page-of-library'),
    chunk('table', ['app'], ['long-table']),
    chunk('dialog', ['table']),
    chunk('long-table'),
  ]
  expect([...scriptsOfFirstPages(chunks)].toSorted()).toEqual([
    'app',
    'library',
    'other-page',
    'page',
    'page-of-library',
    'table',
  ])
})
