import { formatNumber } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';

/** A count of rows: nothing is quiet, and `news` stands out when there is any. */
export function Figure({ value, news }: { value: number; news?: boolean }) {
  const { locale } = useLocale();
  const look = news && value > 0 ? 'num font-semibold text-warn' : value === 0 ? 'num text-ink-3' : 'num text-ink';
  return <span className={look}>{formatNumber(value, locale)}</span>;
}
