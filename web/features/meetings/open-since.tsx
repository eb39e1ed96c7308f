import type { AgendaItem } from '../../../shared/meetings/agenda.ts';
import { Badge } from '../../ui/badge.tsx';
import { counted, formatDate } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';

/** Since when an item waits, and through how many meetings; nothing for one that is new. */
export function OpenSince({ item: { openSince } }: { item: Pick<AgendaItem, 'openSince'> }) {
  const { locale, timeZone } = useLocale();
  if (!openSince) return null;
  const since = formatDate(openSince.date, locale, timeZone, { near: new Date() });
  return <Badge tone="warn">{`Open since ${since}, ${counted(openSince.meetings, 'meeting')}`}</Badge>;
}
