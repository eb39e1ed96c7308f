import { z } from 'zod';
import { Answers } from '../budgets/client-budget.ts';
import { op } from '../kernel/op.ts';
import { Download } from '../reports/report.ts';
import {
  OnePortalBudget,
  OnePortalMeeting,
  OnePortalReport,
  PortalBudget,
  PortalHome,
  PortalMeetings,
  PortalMinutes,
  PortalReport,
  PortalRoadmap,
} from './portal.ts';
import { PortalActivityFilter, PortalActivityPage } from './portal-activity.ts';

/** What a client sees and answers. Which company it is about is told by the session and by nothing in a request. */
export const portalApi = {
  home: op('portal:read', 'GET', '/portal/home').output(PortalHome),
  roadmap: op('portal:read', 'GET', '/portal/roadmap').output(PortalRoadmap),
  budgets: op('portal:read', 'GET', '/portal/budgets').output(z.object({ items: z.array(PortalBudget) })),
  budget: op('portal:read', 'GET', '/portal/budgets/{budgetId}').input(OnePortalBudget).output(PortalBudget),
  answer: op('portal:approve', 'POST', '/portal/budgets/{budgetId}/answers').input(Answers).output(PortalBudget),
  /** Meetings whose agenda is published, and those that were held. */
  meetings: op('portal:read', 'GET', '/portal/meetings').output(PortalMeetings),
  minutes: op('portal:read', 'GET', '/portal/meetings/{meetingId}/minutes')
    .input(OnePortalMeeting)
    .output(PortalMinutes),
  reports: op('portal:read', 'GET', '/portal/reports').output(z.object({ items: z.array(PortalReport) })),
  downloadReport: op('portal:read', 'GET', '/portal/reports/{reportId}/download')
    .input(OnePortalReport)
    .output(Download),
  /** What was done at the company, and by whom. */
  activity: op('portal:audit', 'GET', '/portal/activity').input(PortalActivityFilter).output(PortalActivityPage),
};
