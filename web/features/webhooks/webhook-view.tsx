import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Ellipsis, Send } from 'lucide-react';
import type { Webhook } from '../../../shared/webhooks/webhook.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Link } from '../../ui/link.tsx';
import { MenuButton, type MenuGroup } from '../../ui/menu-button.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { eventsQuery } from './queries.ts';
import { eventsWord, standingOf } from './text.ts';
import { useWebhookActions } from './use-webhook-actions.ts';

/** One webhook: where it goes, how it stands, and the log of what it was told. */
export function WebhookView({
  webhook,
  menu,
  clientNames,
  failed,
  onFailed,
}: {
  webhook: Webhook;
  menu: MenuGroup[];
  clientNames: ReadonlyMap<string, string>;
  failed: boolean;
  onFailed: (failed: boolean) => void;
}) {
  const actions = useWebhookActions();
  const words = useQuery(eventsQuery()).data?.items;
  const { word, tone } = standingOf(webhook);
  const { url, facts, companies, secrets } = webhook;
  const told = words?.filter(({ name }) => facts.includes(name)).map((one) => one.words.replace(/\.$/, ''));
  return (
    <div className="flex flex-col gap-3">
      <Link
        href="/settings?tab=webhooks"
        className="flex w-fit items-center gap-1.5 text-ink-2 text-meta hover:text-ink [&_svg]:size-3.5"
      >
        <ArrowLeft aria-hidden />
        All webhooks
      </Link>
      <Trouble webhook={webhook} onTurnOn={() => void actions.turn(webhook, true)} />
      <Card>
        <CardHead
          ruled
          title={webhook.name}
          fact={<Badge tone={tone}>{word}</Badge>}
          action={
            <>
              <Button size="sm" icon={<Send aria-hidden />} onClick={() => void actions.test(webhook)}>
                Send a test event
              </Button>
              <MenuButton label={`Actions for ${webhook.name}`} groups={menu}>
                <Ellipsis aria-hidden />
              </MenuButton>
            </>
          }
        />
        <CardBody>
          <FactList
            facts={[
              { id: 'url', label: 'Address', value: <span className="[overflow-wrap:anywhere]">{url}</span> },
              {
                id: 'events',
                label: 'Told',
                value: (
                  <details>
                    <summary>{eventsWord(facts.length)}</summary>
                    <ul className="mt-1 ml-4 list-disc text-ink-2 text-meta">
                      {(told ?? facts).map((one) => (
                        <li key={one}>{one}</li>
                      ))}
                    </ul>
                  </details>
                ),
              },
              {
                id: 'clients',
                label: 'Of',
                value:
                  companies === 'all'
                    ? 'All clients'
                    : companies.map((companyId) => clientNames.get(companyId) ?? 'Another client').join(', '),
              },
              {
                id: 'secret',
                label: 'Signed with',
                value: secrets.map(({ last4, until }) => (
                  <span key={last4}>
                    …{last4}
                    {until ? (
                      <span className="text-ink-3">
                        {' '}
                        until <DateText iso={until} year={false} time />
                      </span>
                    ) : null}
                  </span>
                )),
              },
            ]}
          />
        </CardBody>
      </Card>
      <DeliveryLog webhookId={webhook.webhookId} failed={failed} onFailed={onFailed} />
    </div>
  );
}

function Trouble({ webhook: { state, reason, failingSince }, onTurnOn }: { webhook: Webhook; onTurnOn: () => void }) {
  if (state === 'disabled') {
    return (
      <Callout
        tone="bad"
        title={reason === 'gone' ? 'The receiver wants no more events' : 'Nothing got through for three days'}
        actions={<Button onClick={onTurnOn}>Switch on again</Button>}
      >
        It was switched off and is told nothing. Send a test event first, to see whether the address answers.
      </Callout>
    );
  }
  if (state !== 'on' || !failingSince) return null;
  return (
    <Callout title="Nothing gets through">
      What fails is sent again for a day. After three days without an answer the webhook is switched off.
    </Callout>
  );
}
