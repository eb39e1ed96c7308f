import type { Organisation } from '../../../shared/integrations/organisation.ts';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { LedgerList } from '../../ui/fact-list.tsx';
import type { Choice } from './company-choice.tsx';
import { capital } from './text.ts';

/** A guess with doubts, side by side with what speaks for it: a person says yes or no. */
export function DoubtCard({
  noun,
  organisation: { organisationId, name, domains, guess },
  onChoose,
}: {
  /** What the vendor calls its customers. */
  noun: string;
  organisation: Organisation;
  onChoose: (organisationId: string, choice: Choice) => void;
}) {
  if (!guess) return null;
  const { companyId, companyName } = guess;
  return (
    <Card>
      <CardHead title="One to check" />
      <CardBody className="flex flex-col gap-3">
        <p className="text-ink-2">
          {domains.length > 0
            ? `${name} has no domain that ${companyName} is known to use. Compare before you go on.`
            : `Only the name speaks for it that ${name} is ${companyName}. Compare before you go on.`}
        </p>
        <LedgerList
          className="border-line border-y"
          rows={[
            { id: 'client', label: 'Client', value: companyName },
            { id: 'tenant', label: capital(noun), value: name },
            ...domains.slice(0, 3).map((domain, at) => ({
              id: domain,
              label: at === 0 ? 'Domains' : '',
              value: domain,
            })),
          ]}
        />
        <div className="flex gap-2 *:flex-1">
          <Button onClick={() => onChoose(organisationId, null)}>Leave out</Button>
          <Button onClick={() => onChoose(organisationId, { companyId, name: companyName })}>It is the same</Button>
        </div>
      </CardBody>
    </Card>
  );
}
