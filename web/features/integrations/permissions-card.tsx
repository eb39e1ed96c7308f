import { Check, Lock } from 'lucide-react';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { counted } from '../../ui/format.ts';

/** What an administrator grants, all of it for reading. */
export function PermissionsCard({ permissions }: { permissions: readonly string[] }) {
  return (
    <Card>
      <CardHead title="Permissions" fact={`${counted(permissions.length, 'permission')}, read only`} />
      <CardBody className="flex flex-col gap-3">
        <ul className="flex flex-col gap-1.5">
          {permissions.map((permission) => (
            <li key={permission} className="flex items-center gap-2">
              <Check aria-hidden className="size-4 shrink-0 text-ok" />
              <code className="min-w-0 select-all break-words font-sans text-ink-2">{permission}</code>
            </li>
          ))}
        </ul>
        <p className="flex items-start gap-2 border-line border-t pt-3 text-ink-3 text-meta">
          <Lock aria-hidden className="mt-px size-3.5 shrink-0" />
          Nothing is written, and no mail or file content is read. Disconnecting removes all of it.
        </p>
      </CardBody>
    </Card>
  );
}
