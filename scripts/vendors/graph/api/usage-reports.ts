import { badRequest, GraphError } from '../graph-error.ts';
import { json, type Reply } from '../reply.ts';
import { dayNumber, dayText } from '../world/dates.ts';
import type { GraphWorld, TenantUser } from '../world.ts';
import { allowOptions, type GraphCall } from './call.ts';
import { openToken, sealToken } from './page-token.ts';

/** Pre-authenticated download links live a few minutes. */
const LINK_MS = 5 * 60_000;

const MAILBOX_COLUMNS = [
  'Report Refresh Date',
  'User Principal Name',
  'Display Name',
  'Is Deleted',
  'Deleted Date',
  'Created Date',
  'Last Activity Date',
  'Item Count',
  'Storage Used (Byte)',
  'Issue Warning Quota (Byte)',
  'Prohibit Send Quota (Byte)',
  'Prohibit Send/Receive Quota (Byte)',
  'Deleted Item Count',
  'Deleted Item Size (Byte)',
  'Deleted Item Quota (Byte)',
  'Has Archive',
  'Report Period',
];

function periodOf(call: GraphCall, allowed: string[]): string {
  const period = /\(period='([^']*)'\)$/.exec(call.path)?.[1] ?? '';
  if (!allowed.includes(period)) throw badRequest(`Invalid period '${period}'. Use one of ${allowed.join(', ')}.`);
  return period;
}

/** `GET /reports/getMailboxUsageDetail(period='D7')`: 302 to a CSV that is fetched without a token. */
export function mailboxUsage(call: GraphCall): Reply {
  const period = periodOf(call, ['D7', 'D30', 'D90', 'D180']);
  const content = { tenantId: call.tenant.id, period, expiresAt: call.now.getTime() + LINK_MS };
  const location = `${call.origin}/data/download/${sealToken(call.world.seed, content)}`;
  return { status: 302, body: '', raw: true, headers: { location, 'content-type': 'text/plain' } };
}

/** Serves the CSV behind a download link. Throws 403 once the link has lapsed. */
export function downloadReport(world: GraphWorld, token: string, now: Date): Reply {
  const content = openToken(world.seed, token);
  const tenant = world.tenants.find(({ id }) => id === content?.tenantId);
  if (!tenant || Number(content?.expiresAt) < now.getTime()) {
    throw new GraphError(403, 'AccessDenied', 'The download link is not valid or has expired.');
  }
  const refreshed = reportDate(now);
  const days = String(content?.period).slice(1);
  const lines = tenant.users.flatMap((user) => (user.mailbox ? [mailboxLine(user, refreshed, days)] : []));
  // The real file starts with a byte order mark as well.
  const body = `\uFEFF${[MAILBOX_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
  return { status: 200, body, raw: true, headers: { 'content-type': 'application/octet-stream' } };
}

/** Reports lag two days behind. */
function reportDate(now: Date): string {
  return dayText(dayNumber(now) - 2);
}

function mailboxLine(user: TenantUser, refreshed: string, days: string): string {
  const { usedBytes = 0, quotaBytes = 0, items = 0, lastActivity = null } = user.mailbox ?? {};
  const fields = [
    refreshed,
    user.userPrincipalName,
    user.displayName,
    'False',
    '',
    user.createdAt.slice(0, 10),
    lastActivity ?? '',
    items,
    usedBytes,
    Math.round(quotaBytes * 0.98),
    Math.round(quotaBytes * 0.99),
    quotaBytes,
    Math.round(items / 10),
    Math.round(usedBytes / 20),
    30 * 1024 ** 3,
    'False',
    days,
  ];
  return fields
    .map((field) => (/[",]/.test(String(field)) ? `"${String(field).replaceAll('"', '""')}"` : field))
    .join(',');
}

/** `getMicrosoft365CopilotUsageUserDetail`: last use by licensed user, as JSON. */
export function copilotUsage(call: GraphCall): Reply {
  allowOptions(call, ['$format']);
  const period = periodOf(call, ['D7', 'D30', 'D90', 'D180', 'ALL']);
  const holders = call.tenant.users.filter((user) =>
    user.licences.some((licence) => licence.skuPartNumber === 'Microsoft_365_Copilot'),
  );
  return json({
    '@odata.context': `https://graph.microsoft.com/${call.version}/$metadata#Collection(microsoft.graph.copilotUsageUserDetail)`,
    value: holders.map((user) => ({
      reportRefreshDate: reportDate(call.now),
      userPrincipalName: user.userPrincipalName,
      displayName: user.displayName,
      lastActivityDate: user.copilotUsedAt,
      copilotChatLastActivityDate: user.copilotUsedAt,
      microsoftTeamsCopilotLastActivityDate: user.copilotUsedAt,
      wordCopilotLastActivityDate: null,
      excelCopilotLastActivityDate: null,
      powerPointCopilotLastActivityDate: null,
      outlookCopilotLastActivityDate: user.copilotUsedAt,
      oneNoteCopilotLastActivityDate: null,
      loopCopilotLastActivityDate: null,
      copilotActivityUserDetailsByPeriod: [{ reportPeriod: period === 'ALL' ? 180 : Number(period.slice(1)) }],
    })),
  });
}
