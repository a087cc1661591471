/** The sign of the product: a school bell with its clapper swung out. Drawn in the colour of the text around it. */
export function BellMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
      <path
        d="M16 3.2a2.3 2.3 0 0 1 2.3 2.3v.5c4.3 1 7.2 4.7 7.2 9.3v5.2l2.2 3.1a.9.9 0 0 1-.7 1.4H5a.9.9 0 0 1-.7-1.4l2.2-3.1v-5.2c0-4.6 2.9-8.3 7.2-9.3v-.5A2.3 2.3 0 0 1 16 3.2Z"
        fill="currentColor"
      />
      <path
        d="M11 20.2v-4.7c0-2.7 1.5-4.8 3.7-5.5"
        stroke="var(--bell-gleam, #0c4f5a)"
        strokeWidth="1.7"
        strokeLinecap="round"
      />
      <circle cx="19.4" cy="27.6" r="2.7" fill="var(--bell-clapper, #e8a83b)" />
    </svg>
  );
}
