import type { Control, ControlState, Level } from '../../../shared/m365/control.ts';
import type { SecondFactor } from '../../../shared/m365/user.ts';
import { formatNumber } from '../../ui/format.ts';
import type { Tone } from '../../ui/status-icon.tsx';

type Words = { word: string; tone: Tone };

export const CONTROL_STATES: Record<ControlState, Words> = {
  to_address: { word: 'To address', tone: 'warn' },
  in_progress: { word: 'In progress', tone: 'info' },
  planned: { word: 'Planned', tone: 'info' },
  third_party: { word: 'Third party', tone: 'proposed' },
  alternate_mitigation: { word: 'Other measure', tone: 'proposed' },
  risk_accepted: { word: 'Risk accepted', tone: 'idle' },
  not_applicable: { word: 'Not applicable', tone: 'idle' },
  completed: { word: 'Completed', tone: 'ok' },
};

export const TIER_ORDER = ['Core', 'Defense in Depth', 'Advanced'] as const;

export const LEVELS: Record<Level, string> = { low: 'Low', moderate: 'Moderate', high: 'High' };

export const SECOND_FACTORS: Record<SecondFactor, Words> = {
  strong: { word: 'Phishing-proof', tone: 'ok' },
  weak: { word: 'Set up', tone: 'info' },
  none: { word: 'None', tone: 'warn' },
};

/** Services as people know them; Microsoft's own short name where it is not listed. Source: Microsoft, "Secure Score". */
export const SERVICES: Readonly<Record<string, string>> = {
  AzureAD: 'Entra ID',
  'Azure ATP': 'Defender for Identity',
  MDO: 'Defender for Office 365',
  MDATP: 'Defender for Endpoint',
  EXO: 'Exchange Online',
  SPO: 'SharePoint Online',
  'MS Teams': 'Teams',
  Admincenter: 'Microsoft 365 admin center',
  MIP: 'Purview',
};

/** "46.1%". */
export function percentText(value: number, locale: string): string {
  return `${formatNumber(value, locale, { maximumFractionDigits: 1 })}%`;
}

/** "+2.4 pt in 30 days"; a month without an older reading says so. */
export function changeText(change: number | undefined, locale: string): string {
  if (change === undefined) return 'No reading 30 days ago';
  const sign = change > 0 ? '+' : '';
  return `${sign}${formatNumber(change, locale, { maximumFractionDigits: 1 })} pt in 30 days`;
}

/** Points of a control: "7.8 of 9". */
export function pointsText({ points, max }: Pick<Control, 'points' | 'max'>, locale: string): string {
  return `${formatNumber(points, locale, { maximumFractionDigits: 1 })} of ${formatNumber(max, locale)}`;
}
