import { Component, type ReactNode } from 'react'
import type { Location } from 'react-router'
import { RouteError } from './route-error.tsx'

type Props = { readonly location: Location; readonly children: ReactNode }

/** Shows what went wrong in place of a page that broke, until somebody goes elsewhere. */
export class PageErrors extends Component<Props, { readonly error: unknown; readonly at: Location }> {
  override state = { error: undefined, at: this.props.location }

  static getDerivedStateFromError(error: unknown) {
    // Code may throw anything, also nothing.
    return { error: error ?? new Error('Something without a name was thrown.') }
  }

  static getDerivedStateFromProps({ location }: Props, { at }: { readonly at: Location }) {
    return location === at ? null : { error: undefined, at: location }
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <RouteError error={this.state.error} />
  }
}
