import { Pause, Play } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Integration } from '../../../shared/integrations/integration.ts';
import { vendorOf } from '../../../shared/integrations/vendors.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { toast } from '../../ui/toast.tsx';
import { IntegrationForm } from './integration-form.tsx';
import { capital } from './text.ts';
import { useChange, useRefusal } from './use-change.ts';

const SecretDialog = lazy(() => import('./secret-dialog.tsx'));
const DisconnectDialog = lazy(() => import('./disconnect-dialog.tsx'));

/** How an integration is set: its app registration, its secret, its rhythm, and the ways to rest or to end it. Loads on first use. */
export default function SettingsTab({ integration, onGone }: { integration: Integration; onGone: () => void }) {
  const manages = useMay()('integrations:manage') && integration.state !== 'leaving';
  const [open, setOpen] = useState<'secret' | 'disconnect'>();
  const { secret } = integration;
  return (
    <div className="flex max-w-160 flex-col gap-4">
      <Card>
        <CardHead
          title="Client secret"
          action={
            manages ? (
              <Button size="sm" onClick={() => setOpen('secret')}>
                Replace secret
              </Button>
            ) : undefined
          }
        />
        <CardBody className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={secret.configured ? 'ok' : 'idle'}>{secret.configured ? 'Configured' : 'Removed'}</Badge>
          {secret.configured ? (
            <span className="num text-ink-2">
              ends in <span className="font-medium text-ink">{secret.last4}</span>, set <DateText iso={secret.setAt} />
            </span>
          ) : null}
          <span className="w-full text-ink-3 text-meta">
            Nobody can read it again, not even here. A replaced one is tested at once.
          </span>
        </CardBody>
      </Card>
      <Card>
        <CardHead title={`${capital(vendorOf(integration.vendor).registration)} and schedule`} />
        <CardBody>
          <IntegrationForm key={integration.integrationId} integration={integration} readOnly={!manages} />
        </CardBody>
      </Card>
      {manages ? <PauseCard integration={integration} /> : null}
      {manages ? (
        <Card>
          <CardHead title="Disconnect and purge" />
          <CardBody className="flex flex-wrap items-center gap-3">
            <p className="min-w-0 flex-1 basis-64 text-ink-2">
              Destroys the secret and removes everything that this integration brought.
            </p>
            <Button variant="danger" onClick={() => setOpen('disconnect')}>
              Disconnect
            </Button>
          </CardBody>
        </Card>
      ) : null}
      <Suspense>
        {open === 'secret' ? <SecretDialog integration={integration} onClose={() => setOpen(undefined)} /> : null}
        {open === 'disconnect' ? (
          <DisconnectDialog integration={integration} onClose={() => setOpen(undefined)} onGone={onGone} />
        ) : null}
      </Suspense>
    </div>
  );
}

function PauseCard({ integration: { integrationId, state, name } }: { integration: Integration }) {
  const change = useChange(integrationId);
  const refuse = useRefusal();
  const paused = state === 'paused';
  const turn = async (to: 'pause' | 'resume'): Promise<void> => {
    try {
      await change((v) => client.integrations[to]({ integrationId, v }));
      const back = to === 'pause' ? 'resume' : 'pause';
      toast({
        id: `pause-${integrationId}`,
        title: to === 'pause' ? `${name} paused` : `${name} resumed`,
        undo: () => void turn(back),
      });
    } catch (error) {
      refuse(error);
    }
  };
  return (
    <Card>
      <CardHead title={paused ? 'Paused' : 'Pause'} />
      <CardBody className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-64 text-ink-2">
          {paused
            ? 'No sync starts until it is resumed. What was synced stays, and grows older.'
            : 'No sync starts while it is paused; one under way ends as usual. What was synced stays.'}
        </p>
        <Button
          icon={paused ? <Play aria-hidden /> : <Pause aria-hidden />}
          onClick={() => void turn(paused ? 'resume' : 'pause')}
        >
          {paused ? 'Resume' : 'Pause'}
        </Button>
      </CardBody>
    </Card>
  );
}
