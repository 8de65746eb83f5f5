import { expect, it } from 'vitest'
import { withShakenComponents } from './shake-components.ts'

it.each([
  // Names for developer tools go, and their lines stay.
  ['const A = f();\nA.displayName = "lib/A";\nexport { A };', 'const A = f();\n\nexport { A };'],
  ['Context$1.displayName = "Context";', ''],
  // What makes a component or a context does nothing else.
  [
    'const Link = React$1.forwardRef(function L() {',
    'const Link = /* @__PURE__ */ React$1.forwardRef(function L() {',
  ],
  ['const C = createContext(null);', 'const C = /* @__PURE__ */ createContext(null);'],
  ['var M = React.memo(Inner);', 'var M = /* @__PURE__ */ React.memo(Inner);'],
  // All else stays: it may do something, or be read by somebody.
  ['  inner.displayName = name;', '  inner.displayName = name;'],
  ['const name = A.displayName;', 'const name = A.displayName;'],
  ['A.displayName === "x" && go();', 'A.displayName === "x" && go();'],
  ['A.displayNames = [];', 'A.displayNames = [];'],
  ['React$1.useEffect(() => go());', 'React$1.useEffect(() => go());'],
  ['const memory = memorize(x);', 'const memory = memorize(x);'],
  ['const x = start().memo(y);', 'const x = start().memo(y);'],
])('a component of a library is kept only where it is used: %s', (code, shaken) => {
  expect(withShakenComponents(code)).toBe(shaken)
})
