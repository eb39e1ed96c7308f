import { meetingsApi } from '../../shared/meetings/meetings.api.ts';
import { api } from '../_kit/api.ts';
import * as Actions from './actions.service.ts';
import * as Agenda from './agenda.service.ts';
import * as Closing from './closing.service.ts';
import * as Holding from './holding.service.ts';
import * as Meetings from './meetings.service.ts';
import * as Sayings from './saying.service.ts';
import * as Suggestions from './suggestions.service.ts';
import * as Templates from './templates.service.ts';

export const handler = api(meetingsApi, {
  listAll: Meetings.listAll,
  list: Meetings.list,
  create: Meetings.create,
  get: Meetings.get,
  history: Meetings.history,
  edit: Meetings.edit,
  cancel: Meetings.cancel,
  suggestions: Suggestions.suggestions,
  addItem: Agenda.addItem,
  addRecords: Agenda.addRecords,
  editItem: Agenda.editItem,
  removeItem: Agenda.removeItem,
  reorder: Agenda.reorder,
  refresh: Agenda.refresh,
  publish: Holding.publish,
  unlock: Holding.unlock,
  start: Holding.start,
  attend: Holding.attend,
  say: Sayings.say,
  end: Holding.end,
  minutes: Closing.minutes,
  summarize: Holding.summarize,
  close: Closing.close,
  actions: Actions.actions,
  addAction: Actions.addAction,
  editAction: Actions.editAction,
  removeAction: Actions.removeAction,
  planAction: Actions.planAction,
  templates: Templates.templates,
  saveTemplate: Templates.saveTemplate,
  removeTemplate: Templates.removeTemplate,
});
