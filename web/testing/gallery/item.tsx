import {
  CalendarDays,
  Ellipsis,
  Eye,
  ListChecks,
  Map as MapIcon,
  MonitorSmartphone,
  Send,
  WalletCards,
} from 'lucide-react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead, CardLink } from '../../ui/card.tsx';
import { FactList, LedgerList } from '../../ui/fact-list.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RangeMeter } from '../../ui/meter.tsx';
import { NoteBlock } from '../../ui/note-block.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { Trace } from '../../ui/trace.tsx';
import { Console } from './frame.tsx';

const dollars = (value: number) => `$${value.toLocaleString('en-US')}`;

/** One planner item: trace, range, notes, history. */
export default function Item() {
  return (
    <Console page="planner" company="Cedar Ridge Family Dental">
      <div className="flex flex-col gap-4">
        <PageHead
          crumbs={[{ label: 'Planner', href: '#planner' }]}
          title="Imaging server replacement"
          badge={<Badge tone="proposed">Presented</Badge>}
          actions={
            <>
              <span className="self-center text-ink-3 text-meta max-sm:hidden">2 changes not published</span>
              <IconButton label="More" icon={<Ellipsis />} />
              <Button icon={<Eye />}>View as client</Button>
            </>
          }
          primary={
            <Button variant="primary" icon={<Send />}>
              Publish version 4
            </Button>
          }
        />
        <Card>
          <CardHead title="Why this is on the roadmap" ruled />
          <Trace
            label="Why this is on the roadmap"
            currentId="item"
            steps={[
              {
                id: 'source',
                kind: 'Source',
                icon: <MonitorSmartphone />,
                title: 'NinjaOne device sync',
                href: '#a',
                detail: 'Windows Server 2016 on 2 servers',
                at: '2026-09-22',
              },
              {
                id: 'finding',
                kind: 'Finding',
                icon: <ListChecks />,
                title: 'F-1182, end of support',
                href: '#b',
                detail: 'Critical, ends Jan 12, 2027',
                at: '2026-09-22',
              },
              {
                id: 'item',
                kind: 'Planner item',
                icon: <MapIcon />,
                title: 'This item',
                detail: 'Presented, Q1 2027',
                at: '2026-10-06',
              },
              {
                id: 'budget',
                kind: 'Budget',
                icon: <WalletCards />,
                title: 'FY27, lines 1 and 5',
                href: '#c',
                detail: '$21,500, waiting on client',
                at: '2026-11-09',
              },
              {
                id: 'meeting',
                kind: 'Meeting',
                icon: <CalendarDays />,
                title: 'Quarterly review',
                href: '#d',
                detail: 'Agenda item 3, 12 min',
                at: '2026-12-09',
              },
            ]}
          />
        </Card>
        <div className="grid items-start gap-4 lg:grid-cols-[1fr_20.5rem]">
          <div className="flex flex-col gap-4">
            <Card className="grid md:grid-cols-[1fr_17rem] md:divide-x md:divide-line">
              <div className="flex flex-col gap-1 p-3.5">
                <h2 className="font-semibold">
                  Estimate <span className="ml-1 font-normal text-ink-3 text-meta">Not a quote</span>
                </h2>
                <p className="num font-semibold text-22">
                  $21,500 <span className="font-normal text-ink-3 text-meta">likely</span>
                </p>
                <RangeMeter
                  label="Estimate"
                  low={19_800}
                  likely={21_500}
                  high={26_400}
                  min={18_000}
                  max={28_000}
                  format={dollars}
                />
                <p className="mt-1 text-ink-3 text-meta">Range from 7 closed items like this one, middle half</p>
              </div>
              <div className="p-3.5 max-md:border-line max-md:border-t">
                <LedgerList
                  rows={[
                    { id: 'h', label: '2 × PowerEdge R450', value: '$14,900' },
                    { id: 'l', label: 'Labour, 40 h × $165', value: '$6,600' },
                    { id: 't', label: 'One time', value: '$21,500', total: true },
                    { id: 'r', label: 'Hours, low to high', value: '34–52 h' },
                  ]}
                />
              </div>
            </Card>
            <Card aria-label="Notes" className="flex flex-col md:flex-row">
              <NoteBlock audience="public">
                <p>
                  Your two X-ray imaging servers run Windows Server 2016. Microsoft stops fixing it on January 12, 2027.
                  We move both to new machines over two weekends, one office at a time, so no patient day is lost.
                </p>
                <p>
                  <mark className="bg-warn-soft px-0.5 text-ink">Old images stay readable during the move.</mark>
                </p>
                <p className="text-ink-3 text-meta">Marked text is new since version 3</p>
              </NoteBlock>
              <NoteBlock audience="private">
                <p>Karen worries about the date more than the money. Dr. Marsh signs above $10K.</p>
                <p>Margin on hardware 14%. Kenji knows the old RAID layout.</p>
              </NoteBlock>
            </Card>
          </div>
          <div className="flex flex-col gap-4">
            <Card>
              <CardHead title="Details" />
              <CardBody>
                <FactList
                  facts={[
                    { id: 'q', label: 'Quarter', value: 'Q1 2027, Jan 16 – Feb 6' },
                    { id: 'l', label: 'Lane', value: 'Infrastructure' },
                    { id: 'p', label: 'Priority', value: <Badge tone="bad">Critical</Badge> },
                    { id: 'w', label: 'If we wait', value: 'HIPAA fail, no patches' },
                  ]}
                />
              </CardBody>
            </Card>
            <Card>
              <CardHead title="History" action={<CardLink href="#all">All 14</CardLink>} />
              <CardBody>
                <Timeline
                  entries={[
                    {
                      id: '1',
                      person: 'Tom Lindqvist',
                      title: 'Tom set hours to 34–52',
                      detail: 'after the vendor call',
                      at: '2026-11-20',
                    },
                    {
                      id: '2',
                      person: 'Tom Lindqvist',
                      title: 'Published version 3',
                      detail: 'seen by Karen Doyle, Nov 21',
                      at: '2026-11-12',
                    },
                    {
                      id: '3',
                      person: 'Karen Doyle',
                      title: 'Karen Doyle asked about downtime',
                      detail: 'answered the same day',
                      at: '2026-11-11',
                    },
                    {
                      id: '4',
                      tone: 'proposed',
                      title: 'Made from finding F-1182',
                      detail: 'template Server replacement',
                      at: '2026-10-06',
                    },
                  ]}
                />
              </CardBody>
            </Card>
          </div>
        </div>
      </div>
    </Console>
  );
}
