import { cx } from './cx.ts';

/** "Dr. Ellen Marsh" -> "EM": first letters of the first and last word, titles left out. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '' && !word.endsWith('.'));
  const first = words[0] ?? name.trim();
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toLocaleUpperCase();
}

const sizes = { sm: 'size-6 text-11', md: 'size-7 text-11', lg: 'size-9 text-13' } as const;

/** A person's initials in a disc. Client people are tinted, staff (`side="staff"`) are grey. Their name stands beside it. */
export function Avatar({
  name,
  size = 'md',
  side = 'client',
  className,
}: {
  name: string;
  size?: keyof typeof sizes;
  side?: 'client' | 'staff';
  className?: string;
}) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-grid shrink-0 select-none place-items-center rounded-full font-semibold',
        side === 'client' ? 'bg-accent-soft text-accent' : 'bg-idle-soft text-idle',
        sizes[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

/** A person: disc, name, and one grey line. */
export function Person({ name, detail, side }: { name: string; detail?: string; side?: 'client' | 'staff' }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={name} side={side} />
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-medium text-body">{name}</span>
        {detail ? <span className="truncate text-ink-3 text-meta">{detail}</span> : null}
      </span>
    </span>
  );
}

/** The mark of an MSP or a source: its logo, else its first letter. Vendor marks are always grey letters. */
export function Mark({
  name,
  logoUrl,
  vendor,
  className,
}: {
  name: string;
  logoUrl?: string;
  vendor?: boolean;
  className?: string;
}) {
  const box = cx('inline-grid size-7 shrink-0 place-items-center overflow-hidden rounded-control', className);
  if (logoUrl) return <img src={logoUrl} alt="" className={cx(box, 'object-contain')} />;
  return (
    <span
      aria-hidden
      className={cx(
        box,
        'font-semibold text-13',
        vendor ? 'border border-line bg-hover text-ink-2' : 'bg-ink text-surface',
      )}
    >
      {[...name.trim()][0]?.toLocaleUpperCase()}
    </span>
  );
}
