import { notFound, refused } from '../../shared/kernel/error.ts';
import { isId } from '../../shared/kernel/id.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import type { MeetingTemplate, NewTemplate, VersionedTemplate } from '../../shared/meetings/meeting-template.ts';
import { SHIPPED_TEMPLATES } from '../../shared/meetings/shipped-templates.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { put, remove } from '../_kit/operations.ts';
import { basedOn, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find, mustFind } from '../_kit/store.ts';
import { readWhole } from './meeting-records.ts';
import { MeetingTemplateEntity, type MeetingTemplateRow } from './meeting-template.entity.ts';

/** Templates that one MSP keeps. */
const MOST_TEMPLATES = 100;

const shown = ({
  meetingTemplateId,
  name,
  description,
  type,
  durationMinutes,
  items,
  v,
  updatedAt,
}: MeetingTemplateRow): MeetingTemplate => ({
  templateId: meetingTemplateId,
  ...{ name, description, type, durationMinutes, items, v, updatedAt },
  shipped: false,
});

const ownRows = (scope: Scope, most = MOST_TEMPLATES) =>
  all(scope, MeetingTemplateEntity, MeetingTemplateEntity.query.record({ mspId: scope.mspId }), { most });

/** What an agenda can start from: the MSP's own by name, then those that are shipped. */
export async function templates(scope: Scope): Promise<{ items: MeetingTemplate[] }> {
  const own = (await ownRows(scope)).map(shown);
  return { items: [...own.toSorted((a, b) => a.name.localeCompare(b.name)), ...SHIPPED_TEMPLATES] };
}

/** One template, shipped or the MSP's own, or 404. */
export async function template(scope: Scope, templateId: string): Promise<MeetingTemplate> {
  const shipped = SHIPPED_TEMPLATES.find((one) => one.templateId === templateId);
  if (shipped) return shipped;
  const { mspId } = scope;
  const row = isId(templateId)
    ? await find(scope, MeetingTemplateEntity, MeetingTemplateEntity.get({ mspId, meetingTemplateId: templateId }))
    : undefined;
  if (!row) throw notFound('meeting template');
  return shown(row);
}

/** Keeps an agenda as a template: what is talked about and for how long, not whose records it was about. */
export async function saveTemplate(
  scope: Scope,
  { companyId, meetingId, name, description }: NewTemplate,
): Promise<MeetingTemplate> {
  const [{ row, items }, own] = await Promise.all([
    readWhole(scope, { companyId, meetingId }, false),
    ownRows(scope, MOST_TEMPLATES + 1),
  ]);
  const kept = items.filter(({ records }) => records.length === 0);
  if (kept.length === 0)
    throw refused('template.empty', 'This agenda has records of one client only. Add a note or a standing part first.');
  if (own.length >= MOST_TEMPLATES)
    throw refused('template.full', `Keep at most ${MOST_TEMPLATES} templates. Delete one that nobody uses.`);
  const fresh = stamped(scope, {
    meetingTemplateId: newId(scope.now()),
    name,
    description,
    type: row.type,
    durationMinutes: row.durationMinutes,
    items: kept.map(({ title, minutes, purpose, visibility, text, note, topic }) => ({
      ...{ title, minutes, purpose, visibility, text, note },
      ...(topic ? { topic } : {}),
    })),
  });
  return commit(scope, [put(MeetingTemplateEntity, fresh)], [], shown(fresh));
}

/** Deletes one of the MSP's own templates. Meetings that started from it stay as they are. */
export async function removeTemplate(scope: Scope, { templateId, v }: VersionedTemplate): Promise<Gone> {
  const get = MeetingTemplateEntity.get({ mspId: scope.mspId, meetingTemplateId: templateId });
  const row = basedOn(await mustFind(scope, MeetingTemplateEntity, get, 'meeting template'), v, 'meeting template');
  return commit(scope, [remove(MeetingTemplateEntity, row, { what: 'meeting template' })], [], {});
}
