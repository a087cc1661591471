import { useMemo } from 'react';
import createQrCode from 'qrcode-generator';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  readonly size?: number;
}

/** The light edge that readers need, in modules. */
const QUIET_ZONE = 4;

/** A QR code, drawn here: what is in it leaves the computer only through somebody's camera. */
export function QrCode({ text, label, size = 200 }: QrCodeProps) {
  const { path, width } = useMemo(() => draw(text), [text]);
  // Whole pixels for every module: readers trip over uneven ones.
  const side = Math.max(1, Math.floor(size / width)) * width;
  return (
    <svg
      role="img"
      aria-label={label}
      width={side}
      height={side}
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

/** The dark modules as one path, and the width of the whole with its edge. */
function draw(text: string): { readonly path: string; readonly width: number } {
  const code = createQrCode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const modules = Array.from({ length: count * count }, (_, index) => {
    const [x, y] = [index % count, Math.floor(index / count)];
    return code.isDark(y, x) ? `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z` : '';
  });
  return { path: modules.join(''), width: count + QUIET_ZONE * 2 };
}
