import type { ObservedFinding, Risk } from '../findings/finding.ts';
import type { Control } from './control.ts';

/** Risk of a control that lacks points: identity weighs most, core controls more than depth, many points more than few. */
export function riskOfControl({ category, tier, open }: Pick<Control, 'category' | 'tier' | 'open'>): Risk {
  const weight = (category === 'Identity' ? 2 : 1) + (tier === 'Core' ? 2 : tier === 'Defense in Depth' ? 1 : 0);
  const heavy = open >= 8 ? 2 : open >= 5 ? 1 : 0;
  const sum = weight + heavy;
  if (sum >= 6) return 'critical';
  if (sum >= 4) return 'high';
  return sum >= 3 ? 'medium' : 'low';
}

/** Hours that raising a control takes by its cost in Microsoft's words. An estimate to start from. */
const HOURS = { low: 2, moderate: 6, high: 16 } as const;

/**
 * Controls that lack at least `threshold` points and that nobody has decided about.
 *
 * @param notes Microsoft's sentence about each control
 */
export function weakControls(
  controls: readonly Control[],
  threshold: number,
  notes: Readonly<Record<string, string>> = {},
): ObservedFinding[] {
  return controls
    .filter(({ status, open }) => status === 'to_address' && open >= threshold)
    .map((control) => {
      const { controlId, title, category, tier, points, max, impact, cost } = control;
      const note = notes[controlId];
      return {
        key: `secure-score:${controlId}`,
        kind: 'secure-score',
        title: title.slice(0, 200),
        why: note
          ? `Microsoft Secure Score gives ${points} of ${max} points: ${note}`.slice(0, 1_000)
          : `Microsoft Secure Score gives ${points} of ${max} points for this control.`,
        risk: riskOfControl(control),
        evidence: [
          { label: 'Points', value: `${points} of ${max}` },
          { label: 'Category', value: category },
          { label: 'Tier', value: tier },
          { label: 'User impact', value: impact },
          { label: 'Effort', value: `${cost}, about ${HOURS[cost]} h` },
        ],
        affected: [],
        affectedCount: 0,
        source: { feature: 'm365' as const, recordType: 'control', recordId: controlId },
      };
    });
}
