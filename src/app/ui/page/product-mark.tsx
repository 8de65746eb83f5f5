/** The product's mark: one shape and its mirror image. Drawn here, so that the first page asks for one file less. */
export const ProductMark = ({ size = 24 }: { size?: number }) => (
  <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden>
    <rect width="32" height="32" rx="7" fill="#1f4f8f" />
    <g fill="none" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
      <path d="M7 22V10l5.5 7L16 12" stroke="#fff" />
      <path d="M25 22V10l-5.5 7L16 12" stroke="#8fc0ff" />
    </g>
  </svg>
)
