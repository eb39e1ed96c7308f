import { z } from 'zod';
import { op } from '../kernel/op.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Gone } from '../kernel/record.ts';
import { PlannerItemDetail } from '../planner/planner-item.ts';
import { Activity } from '../platform/activity.ts';
import { ActionChange, ActionFilter, MeetingAction, MeetingActionPage, NewAction, VersionedAction } from './action.ts';
import { AgendaItem, ItemChange, ItemRemoval, NewItem, RecordsToAdd, Saying } from './agenda.ts';
import {
  AllMeetingsFilter,
  Attendance,
  Cancellation,
  Closing,
  MeetingChange,
  MeetingFilter,
  MeetingPage,
  NewMeeting,
  OneMeeting,
  Order,
  Publication,
  SummaryChange,
  VersionedMeeting,
} from './meeting.ts';
import { MeetingDetail } from './meeting-detail.ts';
import { MeetingTemplate, MeetingTemplates, NewTemplate, VersionedTemplate } from './meeting-template.ts';
import { Minutes } from './minutes.ts';
import { Suggestion } from './suggesting.ts';

const meetings = '/companies/{companyId}/meetings' as const;
const meeting = `${meetings}/{meetingId}` as const;
const item = `${meeting}/agenda/{agendaItemId}` as const;
const action = `${meeting}/actions/{meetingActionId}` as const;

/** What is talked about with a client, decided there, and done afterwards. */
export const meetingsApi = {
  listAll: op('meetings:read', 'GET', '/meetings').input(AllMeetingsFilter).output(MeetingPage),
  list: op('meetings:read', 'GET', meetings).input(MeetingFilter).output(MeetingPage),
  create: op('meetings:write', 'POST', meetings).input(NewMeeting).output(MeetingDetail),
  get: op('meetings:read', 'GET', meeting).input(OneMeeting).output(MeetingDetail),
  history: op('meetings:read', 'GET', `${meeting}/history`)
    .input(OneMeeting.extend(PageInput))
    .output(pageOf(Activity)),
  edit: op('meetings:write', 'PATCH', meeting).input(MeetingChange).output(MeetingDetail),
  cancel: op('meetings:write', 'POST', `${meeting}/cancel`).input(Cancellation).output(MeetingDetail),
  /** What the agenda could be about, ranked, with what still fits. */
  suggestions: op('meetings:read', 'GET', `${meeting}/suggestions`)
    .input(OneMeeting)
    .output(z.object({ items: z.array(Suggestion), minutesLeft: z.int() })),
  addItem: op('meetings:write', 'POST', `${meeting}/agenda`).input(NewItem).output(MeetingDetail),
  /** Puts records on the agenda, once each: those that stand there already are left alone. */
  addRecords: op('meetings:write', 'POST', `${meeting}/records`).input(RecordsToAdd).output(MeetingDetail),
  editItem: op('meetings:write', 'PATCH', item).input(ItemChange).output(AgendaItem),
  removeItem: op('meetings:write', 'DELETE', item).input(ItemRemoval).output(MeetingDetail),
  reorder: op('meetings:write', 'PUT', `${meeting}/order`).input(Order).output(MeetingDetail),
  /** Takes the figures of all items anew from their records. */
  refresh: op('meetings:write', 'POST', `${meeting}/refresh`).input(VersionedMeeting).output(MeetingDetail),
  /** Locks the agenda, shows it to the client, and invites. */
  publish: op('meetings:write', 'POST', `${meeting}/publish`).input(Publication).output(MeetingDetail),
  unlock: op('meetings:write', 'POST', `${meeting}/unlock`).input(VersionedMeeting).output(MeetingDetail),
  start: op('meetings:hold', 'POST', `${meeting}/start`).input(OneMeeting).output(MeetingDetail),
  attend: op('meetings:hold', 'POST', `${meeting}/attendance`).input(Attendance).output(MeetingDetail),
  /** What was said about an item; a decision is written to the record it is about, in the same commit. */
  say: op('meetings:hold', 'POST', `${item}/said`).input(Saying).output(AgendaItem),
  end: op('meetings:hold', 'POST', `${meeting}/end`).input(OneMeeting).output(MeetingDetail),
  minutes: op('meetings:read', 'GET', `${meeting}/minutes`).input(OneMeeting).output(Minutes),
  summarize: op('meetings:write', 'PUT', `${meeting}/summary`).input(SummaryChange).output(MeetingDetail),
  /** Freezes the minutes, mails them, and hands what is unresolved to the next meeting of the series. */
  close: op('meetings:hold', 'POST', `${meeting}/close`).input(Closing).output(MeetingDetail),
  actions: op('meetings:read', 'GET', '/companies/{companyId}/meeting-actions')
    .input(ActionFilter)
    .output(MeetingActionPage),
  addAction: op('meetings:write', 'POST', `${meeting}/actions`).input(NewAction).output(MeetingAction),
  editAction: op('meetings:write', 'PATCH', action).input(ActionChange).output(MeetingAction),
  removeAction: op('meetings:write', 'DELETE', action).input(VersionedAction).output(Gone),
  /** Makes a planner item out of an action. */
  planAction: op('planner:write', 'POST', `${action}/planner-item`).input(VersionedAction).output(PlannerItemDetail),
  templates: op('meetings:read', 'GET', '/meeting-templates').output(MeetingTemplates),
  saveTemplate: op('meetings:write', 'POST', `${meeting}/template`).input(NewTemplate).output(MeetingTemplate),
  removeTemplate: op('meetings:write', 'DELETE', '/meeting-templates/{templateId}')
    .input(VersionedTemplate)
    .output(Gone),
};
