import { cx } from './cx.ts';
import { formatDate, formatMoney, formatRelative } from './format.ts';
import { useLocale, useNow } from './locale.tsx';

/** Money from minor units, in the MSP's locale. Never green or red: a saving carries a word beside it. */
export function Money({
  minor,
  currency,
  compact,
  sign,
  className,
}: {
  minor: number;
  currency?: string;
  compact?: boolean;
  sign?: boolean;
  className?: string;
}) {
  const { locale, currency: own } = useLocale();
  return <span className={cx('num', className)}>{formatMoney(minor, currency ?? own, locale, { compact, sign })}</span>;
}

/** A calendar date or an instant, absolute. Without its year only while that cannot be mistaken. */
export function DateText({
  iso,
  year,
  weekday,
  time,
  className,
}: {
  iso: string;
  year?: boolean;
  weekday?: boolean;
  time?: boolean;
  className?: string;
}) {
  const { locale, timeZone } = useLocale();
  return (
    <time dateTime={iso} className={cx('num whitespace-nowrap', className)}>
      {formatDate(iso, locale, timeZone, { ...(year === false ? { near: new Date() } : {}), weekday, time })}
    </time>
  );
}

/** "12 min ago": how old or how far away. The absolute date is in the title. */
export function RelativeTime({ iso, className }: { iso: string; className?: string }) {
  const { locale, timeZone } = useLocale();
  const now = useNow();
  return (
    <time
      dateTime={iso}
      title={formatDate(iso, locale, timeZone, { time: true })}
      className={cx('num whitespace-nowrap', className)}
    >
      {formatRelative(iso, now, locale, timeZone)}
    </time>
  );
}
