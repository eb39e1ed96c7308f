import { Callout } from '../../ui/callout.tsx';
import { CopyField } from '../../ui/copy-field.tsx';

/** A secret, this once, and what to do with it. */
export function ShownSecret({ secret, origin = window.location.origin }: { secret: string; origin?: string }) {
  return (
    <div className="flex flex-col gap-4">
      <CopyField label="API key" value={secret} />
      <Callout title="Copy it now">
        It is not shown again. Keep it where the other system keeps its passwords, never in a mail or a web page.
      </Callout>
      <div className="flex flex-col gap-1">
        <p className="text-ink-3 text-meta">To try it</p>
        <CopyField
          label="Command"
          value={`curl -H "Authorization: Bearer ${secret}" "${origin}/api/companies?limit=5"`}
        />
        <p className="text-ink-3 text-meta">
          <a className="text-accent underline" href="/api/docs" target="_blank" rel="noreferrer">
            How to use the API
          </a>
        </p>
      </div>
    </div>
  );
}
