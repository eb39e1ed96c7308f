import { portalApi } from '../../shared/portal/portal.api.ts';
import { api } from '../_kit/api.ts';
import { activity } from './activity.service.ts';
import * as Portal from './portal.service.ts';

export const handler = api(portalApi, {
  home: Portal.home,
  roadmap: Portal.roadmap,
  budgets: Portal.budgets,
  budget: Portal.budget,
  answer: Portal.answer,
  meetings: Portal.meetings,
  minutes: Portal.minutes,
  reports: Portal.reports,
  downloadReport: Portal.downloadReport,
  activity,
});
