import { act } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

/** What is found is opened when the list was read, which takes its time on a busy machine. */
const LONG = { timeout: 20_000 }

describe('a pasted error of git', () => {
  it('is explained, and leads to the repository that it names without any secret of it', async () => {
    const { screen, user, router, traffic } = await renderApp('/git-errors', { as: 'jcitizen' })
    const box = await screen.findByRole('textbox', { name: 'Message of git' })
    traffic.length = 0
    await user.click(box)
    await user.paste(
      "fatal: repository 'https://jane:s3cret@mirror.example.com/scm/pay/ledger.git/' not found",
    )
    expect(
      await screen.findByRole('region', { name: 'The server has no such repository for you' }),
    ).toBeTruthy()
    expect(document.querySelector('[role="status"]')?.textContent).not.toContain('s3cret')
    const link = screen.getByRole('link', { name: 'Open PAY/ledger' })
    expect(link.getAttribute('href')).toBe('/repositories?search=PAY%2Fledger&open=only')
    expect(traffic).toEqual([])
    expect(router.state.location.search).toBe('')
  })

  it('leads to the reason in two clicks: to the repository itself, then to its mirror, and back to the error', async () => {
    const { screen, user, router } = await renderApp('/git-errors', { as: 'jcitizen' })
    await user.click(await screen.findByRole('textbox', { name: 'Message of git' }))
    await user.paste("fatal: repository 'https://mirror.example.com/scm/pay/ledger.git/' not found")
    await user.click(await screen.findByRole('link', { name: 'Open PAY/ledger' }))
    await user.click(await screen.findByRole('button', { name: "Why can't I clone? Dublin" }, LONG))
    expect(await screen.findByRole('dialog', { name: "Why can't I clone?" })).toBeTruthy()
    expect(router.state.location.pathname).toMatch(/^\/repositories\/\d+$/)
    act(() => router.back())
    await screen.findByRole('textbox', { name: 'Message of git' })
    expect(router.state.location.pathname).toBe('/git-errors')
  })

  it('that is not known is said to be so, with a way on', async () => {
    const { screen, user } = await renderApp('/git-errors', { as: 'guest' })
    await user.type(await screen.findByRole('textbox', { name: 'Message of git' }), 'hm')
    expect(await screen.findByText(/^This message is not known here/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Find the repository' })).toBeTruthy()
  })
})
