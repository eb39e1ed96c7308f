import type { Integration } from '../../../shared/integrations/integration.ts';
import type { Organisation } from '../../../shared/integrations/organisation.ts';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { counted } from '../../ui/format.ts';
import { consentLink } from './text.ts';

/** Tenants whose administrator has not granted the app what it reads: the link to send. */
export default function ConsentCard({
  integration: { loginUrl, clientId },
  organisations,
}: {
  integration: Integration;
  organisations: readonly Organisation[];
}) {
  return (
    <Card>
      <CardHead title="Consent missing" fact={counted(organisations.length, 'tenant')} />
      <CardBody className="flex flex-col gap-3">
        <p className="text-ink-2">
          Send the link to an administrator of the tenant. It asks for the read-only permissions; then test the tenant
          again.
        </p>
        {organisations.map(({ organisationId, name, externalId }) => (
          <div key={organisationId} className="flex flex-col gap-1">
            <span className="font-medium">{name}</span>
            <CopyField label={`Consent link of ${name}`} value={consentLink(loginUrl, externalId, clientId)} />
          </div>
        ))}
      </CardBody>
    </Card>
  );
}
