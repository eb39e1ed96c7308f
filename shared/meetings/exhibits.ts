import type { ClientBudget } from '../budgets/client-budget.ts';
import type { Forecast } from '../budgets/forecast.ts';
import { CLIENT_LINE_WORDS } from '../budgets/words.ts';
import type { DeviceRow } from '../devices/device.ts';
import { LIFETIME } from '../devices/lifecycle.ts';
import { deviceTypeName, LIFECYCLE_WORDS, WARRANTY_WORDS } from '../devices/words.ts';
import type { Finding } from '../findings/finding.ts';
import { RISK_WORDS } from '../findings/words.ts';
import type { Goal, GoalDetail } from '../goals/goal.ts';
import { standingOf } from '../goals/standing.ts';
import { CLIENT_STANDING_WORDS } from '../goals/words.ts';
import { yearWords } from '../kernel/fiscal-words.ts';
import type { Control } from '../m365/control.ts';
import type { Licence } from '../m365/licence.ts';
import type { SecureScore } from '../m365/secure-score.ts';
import type { PlannerItem, PlannerItemDetail } from '../planner/planner-item.ts';
import { CLIENT_ITEM_WORDS } from '../planner/words.ts';
import type { MeetingAction } from './action.ts';
import { type Exhibit, type ExhibitFact, money, tableOf, text, type Value } from './exhibit.ts';
import { NOTHING } from './kinds.ts';

const SHORT = 160;
const short = (words: string) => (words.length > SHORT ? `${words.slice(0, SHORT - 1).trimEnd()}…` : words);
const date = (day: string): Value => ({ kind: 'date', date: day });
const number = (value: number): Value => ({ kind: 'number', number: value });
const percent = (value: number): Value => ({ kind: 'percent', percent: value });
const nothing = text('');

/** When work is planned, or that it is not. */
const when = ({ startDate, endDate }: Pick<PlannerItem, 'startDate' | 'endDate'>): Value =>
  startDate && endDate ? { kind: 'period', from: startDate, to: endDate } : text('No date yet');

/** An estimate with what runs on every month and year. */
function estimates({ oneTimeMinor, monthlyMinor, annualMinor, currency }: PlannerItem): ExhibitFact[] {
  const all: [string, number][] = [
    ['Estimate, once', oneTimeMinor],
    ['Each month', monthlyMinor],
    ['Each year', annualMinor],
  ];
  const facts = all.flatMap(([label, minor]) => (minor > 0 ? [{ label, value: money(minor, currency) }] : []));
  return facts.length > 0 ? facts : [{ label: 'Estimate', value: text('Not estimated yet') }];
}

/** What the client is asked to decide: money, time, and what happens if it waits. Never the private note or the rate. */
export function plannerExhibit(item: PlannerItemDetail): Exhibit {
  return {
    facts: [
      ...estimates(item),
      { label: 'When', value: when(item) },
      { label: 'Stands', value: text(CLIENT_ITEM_WORDS[item.status]) },
      ...(item.riskIfDeferred ? [{ label: 'If we wait', value: text(short(item.riskIfDeferred)) }] : []),
    ],
  };
}

export function findingExhibit(finding: Finding): Exhibit {
  const { risk, estimate, saving, affected, affectedCount } = finding;
  const rows = affected.map(({ label, detail }) => [text(label), text(detail ?? '')]);
  return {
    facts: [
      { label: 'Risk', value: text(RISK_WORDS[risk]) },
      ...(estimate ? [{ label: 'Estimate, once', value: money(estimate.minor, estimate.currency) }] : []),
      ...(saving ? [{ label: 'Saves a year', value: money(saving.minorPerYear, saving.currency) }] : []),
      ...(affectedCount > 0 ? [{ label: 'Affected', value: number(affectedCount) }] : []),
    ],
    ...tableOf(['Affected', 'Detail'], rows),
  };
}

export function goalExhibit(goal: GoalDetail): Exhibit {
  const { progress, targetDate, nextStep } = goal;
  return {
    facts: [
      { label: 'Reached', value: percent(progress) },
      { label: 'Stands', value: text(CLIENT_STANDING_WORDS[standingOf(goal)]) },
      ...(targetDate ? [{ label: 'By', value: date(targetDate) }] : []),
      ...(nextStep ? [{ label: 'Next', value: text(short(nextStep)) }] : []),
    ],
  };
}

/** The lines that the client was sent, those that wait first. */
export function budgetExhibit(budget: ClientBudget): Exhibit {
  const { currency, waitingMinor, approvedMinor, rejectedMinor } = budget;
  const order = { pending: 0, approved: 1, rejected: 2, draft: 3 };
  const lines = budget.lines.toSorted((a, b) => order[a.status] - order[b.status]);
  return {
    facts: [
      { label: CLIENT_LINE_WORDS.pending, value: money(waitingMinor, currency) },
      { label: CLIENT_LINE_WORDS.approved, value: money(approvedMinor, currency) },
      ...(rejectedMinor > 0 ? [{ label: CLIENT_LINE_WORDS.rejected, value: money(rejectedMinor, currency) }] : []),
    ],
    ...tableOf(
      ['Line', 'Amount', 'Stands'],
      lines.map((line) => [text(line.label), money(line.amountMinor, currency), text(CLIENT_LINE_WORDS[line.status])]),
    ),
  };
}

export function forecastExhibit(forecast: Forecast): Exhibit {
  const { categories, totals, years, currency, forwardMinor, fiscalYearStart } = forecast;
  const rows = categories.map(({ label, cells }) => [
    text(label),
    ...years.map((year) => money(cells.find((cell) => cell.year === year)?.minor ?? 0, currency)),
  ]);
  const sums = [text('Together'), ...totals.map(({ minor }) => money(minor, currency))];
  const [first, ...ahead] = years.map((year) => yearWords(year, fiscalYearStart));
  if (first === undefined || rows.length === 0) return NOTHING;
  return {
    facts: [
      { label: `This year, ${first}`, value: money(totals[0]?.minor ?? 0, currency) },
      { label: `${ahead[0] ?? first} to ${ahead.at(-1) ?? first}`, value: money(forwardMinor, currency) },
    ],
    ...tableOf(['Kind', ...years.map((year) => yearWords(year, fiscalYearStart))], [...rows.slice(0, 11), sums]),
  };
}

const warrantyEnd = ({ warrantyEnd: end }: DeviceRow): Value =>
  end === undefined ? text('Unknown') : end === LIFETIME ? text('No end') : date(end);

export function devicesExhibit(devices: readonly DeviceRow[]): Exhibit {
  const [first] = devices;
  if (!first) return NOTHING;
  const cost = devices.reduce((sum, { replacementMinor }) => sum + replacementMinor, 0);
  const due = devices.filter(({ lifecycle }) => lifecycle === 'overdue' || lifecycle === 'due').length;
  return {
    facts: [
      { label: devices.length === 1 ? 'Device' : 'Devices', value: number(devices.length) },
      { label: 'Due or past lifespan', value: number(due) },
      { label: 'To replace them all', value: money(cost, first.currency) },
    ],
    ...tableOf(
      ['Device', 'Kind', 'Warranty ends', 'Stands'],
      devices.map((one) => [
        text(one.name),
        text(one.model ?? deviceTypeName(one.type)),
        warrantyEnd(one),
        text(`${LIFECYCLE_WORDS[one.lifecycle]}, ${WARRANTY_WORDS[one.warranty].toLowerCase()}`),
      ]),
    ),
  };
}

export function controlsExhibit(controls: readonly Control[]): Exhibit {
  const open = Math.round(controls.reduce((sum, control) => sum + control.open, 0) * 10) / 10;
  return {
    facts: [{ label: 'Points to win', value: number(open) }],
    ...tableOf(
      ['Control', 'Service', 'Points to win'],
      controls.map((one) => [text(one.title), text(one.service), number(one.open)]),
    ),
  };
}

export function licencesExhibit(licences: readonly Licence[], currency: string): Exhibit {
  const monthly = licences.reduce((sum, { monthlyMinor }) => sum + (monthlyMinor ?? 0), 0);
  return {
    facts: [
      { label: 'Each month', value: money(monthly, currency) },
      { label: 'Unused seats', value: number(licences.reduce((sum, { available }) => sum + available, 0)) },
    ],
    ...tableOf(
      ['Licence', 'Bought', 'Assigned', 'Each month'],
      licences.map((one) => [
        text(one.name),
        number(one.purchased),
        number(one.assigned),
        one.monthlyMinor === undefined ? text('Price unknown') : money(one.monthlyMinor, currency),
      ]),
    ),
  };
}

/** Microsoft's number; absent until it was read once. */
export function scoreExhibit(score: SecureScore): Exhibit {
  if (!score.date) return NOTHING;
  return {
    facts: [
      { label: 'Secure Score', value: percent(score.percent), hint: 'by Microsoft' },
      ...(score.change30 === undefined
        ? []
        : [{ label: 'In 30 days', value: text(`${score.change30 > 0 ? '+' : ''}${score.change30} points`) }]),
      ...(score.peers === undefined ? [] : [{ label: 'Organizations like yours', value: percent(score.peers) }]),
    ],
    ...tableOf(
      ['What would move it', 'Points', 'Gain'],
      score.quickWins.map((win) => [text(win.title), number(win.open), percent(win.gain)]),
    ),
  };
}

export function goalsExhibit(goals: readonly Goal[]): Exhibit {
  return {
    facts: [],
    ...tableOf(
      ['Goal', 'Reached', 'Stands', 'By'],
      goals.map((goal) => [
        text(goal.title),
        percent(goal.progress),
        text(CLIENT_STANDING_WORDS[standingOf(goal)]),
        goal.targetDate ? date(goal.targetDate) : nothing,
      ]),
    ),
  };
}

/** Published work in the order in which it begins: the client sees no other. */
export function roadmapExhibit(
  items: readonly Pick<PlannerItem, 'title' | 'startDate' | 'endDate' | 'status' | 'oneTimeMinor' | 'currency'>[],
): Exhibit {
  return {
    facts: [],
    ...tableOf(
      ['Work', 'When', 'Estimate', 'Stands'],
      items.map((item) => [
        text(item.title),
        when(item),
        money(item.oneTimeMinor, item.currency),
        text(CLIENT_ITEM_WORDS[item.status]),
      ]),
    ),
  };
}

export function actionsExhibit(actions: readonly MeetingAction[]): Exhibit {
  return {
    facts: [],
    ...tableOf(
      ['What', 'Who', 'By'],
      actions.map(({ text: words, owner, dueDate }) => [
        text(words),
        text(owner?.name ?? 'Nobody yet'),
        dueDate ? date(dueDate) : nothing,
      ]),
    ),
  };
}
