import { isClosed } from '../../shared/goals/standing.ts';
import type { Topic } from '../../shared/meetings/agenda.ts';
import { type Exhibit, tableOf, text } from '../../shared/meetings/exhibit.ts';
import {
  actionsExhibit,
  forecastExhibit,
  goalsExhibit,
  roadmapExhibit,
  scoreExhibit,
} from '../../shared/meetings/exhibits.ts';
import { CLOSED_STATUSES } from '../../shared/planner/closed-statuses.ts';
import type { Scope } from '../_kit/scope.ts';
import { forecast } from '../budgets/forecast.service.ts';
import { figures } from '../devices/assess.service.ts';
import { board } from '../goals/goals.service.ts';
import { secureScore } from '../m365/secure-score.service.ts';
import { publishedItems } from '../planner/publishing.service.ts';
import { openActions } from './open-actions.ts';

/** What falls due, quarter by quarter. */
async function devices(scope: Scope, companyId: string): Promise<Exhibit> {
  const fleet = await figures(scope, { companyId });
  if (fleet.devices === 0) return { facts: [] };
  const { overdue, quarters } = fleet;
  const due = [...(overdue.count > 0 ? [{ ...overdue, quarter: 'Overdue' }] : []), ...quarters.slice(0, 8)];
  return {
    facts: [
      { label: 'Devices', value: { kind: 'number', number: fleet.devices } },
      { label: 'Overdue', value: { kind: 'number', number: overdue.count } },
      { label: 'Without security updates', value: { kind: 'number', number: fleet.osUnsupported } },
    ],
    ...tableOf(
      ['Due', 'Devices', 'To replace them'],
      due.map(({ quarter, count, minor }) => [
        text(quarter.replace(/^(\d{4})-(Q\d)$/, '$2 $1')),
        { kind: 'number', number: count },
        { kind: 'money', minor, currency: fleet.currency },
      ]),
    ),
  };
}

/** The data of a standing part of the agenda, as it is now and as the client may see it. */
export async function topicExhibit(scope: Scope, companyId: string, topic: Topic): Promise<Exhibit> {
  switch (topic) {
    case 'open-actions':
      return actionsExhibit(await openActions(scope, companyId));
    case 'secure-score':
      return scoreExhibit(await secureScore(scope, { companyId }));
    case 'devices':
      return devices(scope, companyId);
    case 'goals':
      return goalsExhibit((await board(scope, { companyId })).items.filter((goal) => !isClosed(goal)));
    case 'roadmap': {
      const items = (await publishedItems(scope, companyId)).filter(({ status }) => !CLOSED_STATUSES.includes(status));
      return roadmapExhibit(items.toSorted((a, b) => (a.startDate ?? '9999').localeCompare(b.startDate ?? '9999')));
    }
    case 'forecast':
      return forecastExhibit(await forecast(scope, { companyId, weighted: false }));
  }
}
