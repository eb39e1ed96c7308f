import { z } from 'zod';

/** Lower-case ULID: 26 characters of Crockford's alphabet, ordered by creation time. */
export const ID_PATTERN = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** Schema of every id that comes in at an edge. Anything else must never reach a key. */
export const Id = z.string().regex(ID_PATTERN, 'This id is not valid. Open the record from its list and try again.');

export const MspId = Id;
export const CompanyId = Id;
export const UserId = Id;
export const FindingId = Id;
export const GoalId = Id;
export const PlannerItemId = Id;
export const BudgetId = Id;
export const BudgetLineId = Id;
export const ProductId = Id;
export const IntegrationId = Id;
export const RunId = Id;
export const ReportId = Id;
export const DeviceId = Id;
export const ViewId = Id;
export const ExportId = Id;
export const MeetingId = Id;
export const AgendaItemId = Id;
export const MeetingActionId = Id;
export const KeyId = Id;
export const WebhookId = Id;
export const DeliveryId = Id;
export const CommentId = Id;
export const AttachmentId = Id;

/** True when `value` may stand in a key as an id. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value);
}
