import { useMemo } from 'react';
import { qrMatrix } from './qr-matrix.ts';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  readonly size?: number;
}

/** The light edge that readers need, in modules. */
const QUIET_ZONE = 4;

/** A QR code, drawn here: what is in it leaves the computer only through somebody's camera. */
export function QrCode({ text, label, size = 184 }: QrCodeProps) {
  const rows = useMemo(() => qrMatrix(text), [text]);
  if (!rows) return null;
  const width = rows.length + QUIET_ZONE * 2;
  const path = rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [`M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z`] : [])),
    )
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${width} ${width}`}
      shapeRendering="crispEdges"
      style={{ borderRadius: 8, flex: 'none' }}
    >
      {/* Black on white in the dark theme too: many readers know nothing else. */}
      <rect width={width} height={width} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
