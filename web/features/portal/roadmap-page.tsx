import { ArrowLeft, X } from 'lucide-react';
import type { PortalItem, PortalRoadmap } from '../../../shared/portal/portal.ts';
import { DateText, Money } from '../../ui/amount.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { cx } from '../../ui/cx.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RoadmapList } from '../../ui/roadmap/roadmap-list.tsx';
import { monthsOf } from './answer-groups.ts';
import { itemWord, roadmapItems } from './roadmap-items.ts';

/** The kit's list is made to sit beside other things; where it is the page, its titles are as high as a finger. */
const fingers = 'max-lg:[&_li>svg]:mt-3.5 max-lg:[&_li_button]:-mb-2.5 max-lg:[&_li_button]:min-h-11';

/** Everything that the MSP has published of the plan, and the words to each piece of work. */
export function RoadmapPage({
  roadmap,
  openId,
  onOpen,
  closeHref,
  planHref,
}: {
  roadmap: PortalRoadmap;
  openId: string | undefined;
  onOpen: (plannerItemId: string) => void;
  closeHref: string;
  planHref: string;
}) {
  const { locale } = useLocale();
  const { items, today, fiscalYearStart } = roadmap;
  const open = items.find(({ plannerItemId }) => plannerItemId === openId);
  return (
    <>
      <PageHead title="Roadmap" fact="What is planned for your company, and when. Estimates, not quotes." />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className={cx('min-w-0', fingers, open && 'max-lg:hidden')}>
          <h2 className="sr-only">Planned work by time</h2>
          <RoadmapList
            items={roadmapItems(items)}
            today={today}
            locale={locale}
            fiscalStartMonth={fiscalYearStart}
            onOpen={onOpen}
          />
        </div>
        {open ? (
          <Item item={open} closeHref={closeHref} planHref={planHref} />
        ) : (
          <p className="rounded-card border border-line border-dashed p-4 text-ink-2 text-meta max-lg:hidden">
            Choose a piece of work to read what it is for and what it costs.
          </p>
        )}
      </div>
    </>
  );
}

function Item({ item, closeHref, planHref }: { item: PortalItem; closeHref: string; planHref: string }) {
  const { locale } = useLocale();
  const {
    title,
    status,
    waiting,
    startDate,
    endDate,
    publicNote,
    riskIfDeferred,
    currency,
    oneTimeMinor,
    monthlyMinor,
    annualMinor,
  } = item;
  const cost = (id: string, label: string, minor: number) =>
    minor > 0 ? [{ id, label, value: <Money minor={minor} currency={currency} className="font-semibold" /> }] : [];
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <LinkButton
        href={closeHref}
        variant="quiet"
        icon={<ArrowLeft aria-hidden />}
        className="-ml-2 self-start lg:hidden"
      >
        The whole roadmap
      </LinkButton>
      <Card>
        <CardHead
          title={title}
          action={
            <LinkButton href={closeHref} variant="quiet" size="icon" aria-label="Close" className="max-lg:hidden">
              <X aria-hidden />
            </LinkButton>
          }
        />
        <CardBody className="flex flex-col gap-4">
          {publicNote ? <p className="whitespace-pre-line text-ink-2">{publicNote}</p> : null}
          <FactList
            facts={[
              { id: 'status', label: 'Where it stands', value: itemWord({ status, waiting }) },
              {
                id: 'when',
                label: 'When',
                value: startDate ? monthsOf(startDate, endDate ?? startDate, locale) : 'No date yet',
              },
              ...cost('once', 'Estimate, once', oneTimeMinor),
              ...cost('monthly', 'Estimate, a month', monthlyMinor),
              ...cost('annual', 'Estimate, a year', annualMinor),
              ...(riskIfDeferred ? [{ id: 'risk', label: 'If it waits', value: riskIfDeferred }] : []),
              { id: 'published', label: 'Published', value: <DateText iso={item.publishedAt} /> },
            ]}
          />
          {waiting ? (
            <LinkButton href={planHref} variant="primary" className="self-start">
              Answer it in the plan
            </LinkButton>
          ) : null}
        </CardBody>
      </Card>
    </div>
  );
}
