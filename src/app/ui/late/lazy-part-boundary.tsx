import { Component, type ReactNode } from 'react'
import { CodeNotLoaded } from './fetch-code.ts'

/** Catches code that could not be loaded, and nothing else: the page around a part shows any other error. */
export class LazyPartBoundary extends Component<
  {
    readonly lost: ReactNode
    /** Called when the notice is on the screen. */
    readonly onLost: () => void
    readonly children: ReactNode
  },
  { readonly error: unknown }
> {
  override state: { readonly error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error }
  }

  override componentDidCatch(): void {
    this.props.onLost()
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    if (error instanceof CodeNotLoaded) return this.props.lost
    throw error
  }
}
