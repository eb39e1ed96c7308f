import { formatDate, formatRelative } from '../../ui/format.ts';
import { useLocale, useNow } from '../../ui/locale.tsx';

/** How long ago somebody signed in, or something was used, with the exact time on hover. */
export function LastSeen({ at, what: did = 'signed in' }: { at: string | undefined; what?: string }) {
  const { locale, timeZone } = useLocale();
  const now = useNow();
  // On a phone no column header says what the time is of.
  const what = <span className="sm:hidden">{did} </span>;
  if (!at) return <span className="text-ink-3">{what}never</span>;
  return (
    <time dateTime={at} title={formatDate(at, locale, timeZone, { time: true })} className="num">
      {what}
      {formatRelative(at, now, locale, timeZone)}
    </time>
  );
}
