import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { OriginButton } from './origin-button.tsx'

it.each([
  ['/login?next=%2Fmirrors%2F', '/login?next=%2Fmirrors%2F'],
  ['/scm/j_atl_security_logout', '/scm/j_atl_security_logout'],
  ['//evil.example', null],
  ['/\\evil.example', null],
  ['/\t/evil.example', null],
  ['https://evil.example', null],
  ['javascript:alert(1)', null],
  ['', null],
])('the path %j becomes the link %j', (path, href) => {
  render(
    <MantineProvider>
      <OriginButton path={path}>Go</OriginButton>
    </MantineProvider>,
  )
  expect(screen.getByText('Go').closest('a')?.getAttribute('href')).toBe(href)
})
