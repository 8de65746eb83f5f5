type PolicyFactory = {
  createPolicy(
    name: string,
    rules: { createHTML: (html: string, type?: string, sink?: string) => string },
  ): unknown
}

const isPolicyFactory = (value: unknown): value is PolicyFactory =>
  typeof value === 'object' && value !== null && 'createPolicy' in value

/**
 * Where markup of others may go: into a frame of its own, which `ui/isolated-html.tsx` alone makes, with an empty
 * `sandbox`. Nothing else sets `srcdoc`.
 */
const ISOLATED_SINK = 'HTMLIFrameElement srcdoc'

/**
 * Installs the `default` Trusted Types policy that the document policy asks for. Mantine sets style sheets through
 * `innerHTML`, so text without markup passes; anything that could open a tag throws, except into an isolated frame.
 * Browsers without Trusted Types need nothing.
 *
 * @throws when a policy of that name exists already, which only a second copy of the app could cause.
 */
export const installTrustedTypes = (): void => {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes')
  if (!isPolicyFactory(factory)) return
  factory.createPolicy('default', {
    createHTML: (html, _type, sink) => {
      if (sink !== ISOLATED_SINK && html.includes('<')) {
        throw new TypeError('Markup from text is not allowed in this app.')
      }
      return html
    },
  })
}
