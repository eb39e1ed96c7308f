import { CircleCheck, CircleDashed, CircleDot, CircleX, LoaderCircle, TriangleAlert } from 'lucide-react';
import { cx } from './cx.ts';

/** What a state means, never what it looks like. `proposed` waits for a decision, `busy` runs now. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'idle' | 'proposed' | 'busy';

function ProposedIcon({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" className={className} aria-hidden="true">
      <circle cx="12" cy="12" r="10" strokeDasharray="3.5 2.783" />
      <circle cx="12" cy="12" r="1.2" fill="currentColor" />
    </svg>
  );
}

const icons = {
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: CircleX,
  info: CircleDot,
  idle: CircleDashed,
  proposed: ProposedIcon,
  busy: LoaderCircle,
} as const;

const colours: Record<Tone, string> = {
  ok: 'text-ok',
  warn: 'text-warn',
  bad: 'rounded-badge bg-bad text-bad-ink p-px',
  info: 'text-info',
  idle: 'text-idle',
  proposed: 'text-idle',
  busy: 'text-info',
};

/** The glyph of a tone, for inside a badge. The silhouettes differ, so they hold in greyscale. */
export function ToneGlyph({ tone, className }: { tone: Tone; className?: string }) {
  const Icon = icons[tone];
  return <Icon aria-hidden className={cx(tone === 'busy' && 'motion-safe:animate-spin', className)} />;
}

/** A status as an icon in a list, with its word for screen readers. Sighted people get the word from the text beside it. */
export function StatusIcon({ tone, label, className }: { tone: Tone; label: string; className?: string }) {
  return (
    <span className={cx('inline-grid shrink-0 place-items-center', colours[tone], className)}>
      <ToneGlyph tone={tone} className={tone === 'bad' ? 'size-3.5' : 'size-4'} />
      <span className="sr-only">{label}</span>
    </span>
  );
}
