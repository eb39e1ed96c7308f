import { useState } from 'react';
import { DateText, Money, RelativeTime } from '../../ui/amount.tsx';
import { Avatar, Mark, Person } from '../../ui/avatar.tsx';
import { Badge, Count, Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Card, CardBody, CardHead, CardLink } from '../../ui/card.tsx';
import { FactList, LedgerList } from '../../ui/fact-list.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ProgressBar } from '../../ui/meter.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { StatusIcon, type Tone } from '../../ui/status-icon.tsx';
import { Steps } from '../../ui/steps.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Plain, Show } from './frame.tsx';

const tones: [Tone, string][] = [
  ['ok', 'Connected'],
  ['warn', 'Degraded'],
  ['bad', 'Failing'],
  ['info', 'Approved'],
  ['idle', 'Draft'],
  ['proposed', 'Presented'],
  ['busy', 'First sync, 62%'],
];

/** Everything that shows and does not ask. */
export default function Display() {
  const [view, setView] = useState('type');
  const [tab, setTab] = useState('lines');
  return (
    <Plain title="Display">
      <Show title="Status">
        <div className="flex flex-wrap items-center gap-3">
          {tones.map(([tone, word]) => (
            <Badge key={tone} tone={tone}>
              {word}
            </Badge>
          ))}
          <Tag>Quick win</Tag>
          <Tag tone="idle">Template</Tag>
          <Count value={38} label="open findings" />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          {tones.map(([tone, word]) => (
            <StatusIcon key={tone} tone={tone} label={word} />
          ))}
          <Avatar name="Dr. Ellen Marsh" />
          <Avatar name="Tom Lindqvist" side="staff" />
          <Mark name="Northlight IT" />
          <Mark name="NinjaOne" vendor />
          <Kbd keys="mod+k" />
          <Kbd keys="g d" />
        </div>
      </Show>
      <Show title="Callouts">
        <Callout
          tone="bad"
          title="Datto BCDR refuses our key since Nov 21, 02:10"
          actions={
            <>
              <Button>See the 3 failed runs</Button>
              <Button variant="primary">Enter new key</Button>
            </>
          }
        >
          4 clients show backup data from 2 days ago. Nothing was deleted. Enter a new key to go on where the sync
          stopped.
        </Callout>
        <Callout tone="wait" title="Microsoft asked us to wait until 10:43:10 for sign-in activity" aside="0:38">
          The limit is per tenant: Tallgrass Manufacturing. The other data sets go on, and this one resumes by itself at
          page 9.
        </Callout>
        <Callout>
          Without the app and without a code, only your administrator can let you in again, and that takes a phone call.
        </Callout>
        <Callout tone="info" title="Above $10,000: Dr. Marsh signs after you" />
      </Show>
      <Show title="Steps, tabs, segments">
        <Steps
          label="Connect Microsoft 365"
          currentId="map"
          steps={[
            { id: 'perm', label: 'Permissions', fact: '10 read-only' },
            { id: 'sign', label: 'Sign in', fact: 'Partner, Nov 23' },
            { id: 'map', label: 'Map companies', fact: '5 of 7 ready' },
            { id: 'sync', label: 'First sync' },
          ]}
        />
        <Segmented
          label="Group lines"
          value={view}
          onChange={setView}
          options={[
            { value: 'type', label: 'By type' },
            { value: 'quarter', label: 'By quarter' },
            { value: 'status', label: 'By status' },
          ]}
        />
        <Tabs
          label="Budget"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'lines', label: 'Lines', count: 11, panel: <p className="text-ink-2">Eleven lines.</p> },
            { value: 'history', label: 'History', panel: <p className="text-ink-2">Nothing happened yet.</p> },
          ]}
        />
      </Show>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Card>
          <CardHead title="Details" action={<CardLink href="#all">All facts</CardLink>} />
          <CardBody>
            <FactList
              facts={[
                { id: 'q', label: 'Quarter', value: 'Q1 2027, Jan 16 – Feb 6' },
                { id: 'p', label: 'Priority', value: <Badge tone="bad">Critical</Badge> },
                { id: 'o', label: 'Owner', value: <Person name="Tom Lindqvist" detail="vCIO" /> },
                { id: 'd', label: 'Due', value: <DateText iso="2026-12-09" weekday /> },
                {
                  id: 's',
                  label: 'Synced',
                  value: <RelativeTime iso={new Date(Date.now() - 720_000).toISOString()} />,
                },
              ]}
            />
          </CardBody>
        </Card>
        <Card>
          <CardHead title="By area" fact="46%" />
          <CardBody className="flex flex-col gap-3">
            {[
              ['Identity', 48, 96],
              ['Apps', 41, 84],
              ['Device', 22, 62],
            ].map(([name, value, max]) => (
              <div key={name} className="grid grid-cols-[5rem_1fr_auto] items-center gap-3">
                <span>{name}</span>
                <ProgressBar label={`${name}`} value={Number(value)} max={Number(max)} text={`${value} of ${max}`} />
                <span className="num text-ink-2 text-meta">
                  {value} of {max}
                </span>
              </div>
            ))}
            <LedgerList
              rows={[
                { id: 'h', label: '2 × PowerEdge R450', value: <Money minor={1_490_000} /> },
                { id: 'l', label: 'Labour, 40 h × $165', value: <Money minor={660_000} /> },
                { id: 't', label: 'One time', value: <Money minor={2_150_000} />, total: true },
              ]}
            />
          </CardBody>
        </Card>
      </div>
    </Plain>
  );
}
