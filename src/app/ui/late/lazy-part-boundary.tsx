import { Component, type ReactNode } from 'react'
import { CodeNotLoaded } from './fetch-code.ts'

/** Catches code that could not be had, and nothing else: a part that breaks is told by the page around it. */
export class LazyPartBoundary extends Component<
  {
    readonly lost: ReactNode
    /** Told when the loss is on the screen. */
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
