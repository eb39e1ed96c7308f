import type { ReactNode } from 'react';
import { Callout } from './callout.tsx';
import { CopyField } from './copy-field.tsx';

/** A secret, this once; below, what to do with it. */
export function ShownOnce({ label, secret, children }: { label: string; secret: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-4">
      <CopyField label={label} value={secret} />
      <Callout title="Copy it now">
        It is not shown again. Keep it where the other system keeps its passwords, never in a mail or a web page.
      </Callout>
      {children}
    </div>
  );
}

/** The way to the API's own pages, in a tab of their own. */
export function DocsLink({ part, children }: { part: string; children: ReactNode }) {
  return (
    <a className="text-accent underline" href={`/api/docs#${part}`} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
