import type { ReactNode } from 'react';

/** A vendor as a plain letter in grey: no logos, no colour. */
export function VendorMark({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="grid size-8 shrink-0 place-items-center rounded-control border border-line bg-sunken font-semibold text-12 text-ink-2"
    >
      {name.slice(0, 1).toLocaleUpperCase()}
    </span>
  );
}

/** Letter, name, and one grey line. */
export function VendorLine({ name, detail }: { name: string; detail?: ReactNode }) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <VendorMark name={name} />
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-medium">{name}</span>
        {detail ? <span className="truncate font-normal text-ink-3 text-meta">{detail}</span> : null}
      </span>
    </span>
  );
}
