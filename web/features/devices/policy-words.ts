import type { LifecyclePolicy } from '../../../shared/devices/lifecycle-policy.ts';
import { counted, formatMoney, formatNumber } from '../../ui/format.ts';
import { WARRANTY_RULES } from './later-text.ts';

/** A policy in one line: "5 years, $1,450, 3 h". */
export function policyWords(
  { lifespanYears, replacementMinor, installHours, warranty }: LifecyclePolicy,
  currency: string,
  locale: string,
): string {
  return [
    lifespanYears === 0 ? 'No lifespan' : counted(lifespanYears, 'year'),
    replacementMinor > 0 ? formatMoney(replacementMinor, currency, locale) : 'no price',
    `${formatNumber(installHours, locale)} h`,
    ...(warranty === 'none' ? [] : [WARRANTY_RULES[warranty].toLowerCase()]),
  ].join(', ');
}
