import { useMemo } from 'react';
import { encode } from 'uqr';
import { cx } from './cx.ts';

const quiet = 4;

/** A QR code as one SVG path, black on white in both themes, with the full quiet zone of four modules (ISO/IEC 18004). */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: side } = encode(text, { ecc: 'M', border: 0 });
    const squares = data.flatMap((line, y) =>
      line.flatMap((on, x) => (on ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])),
    );
    return { size: side + quiet * 2, path: squares.join('') };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={cx('aspect-square w-full rounded-control border border-line bg-white', className)}
    >
      <path d={path} fill="#16191f" />
    </svg>
  );
}
