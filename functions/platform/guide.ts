import { RATE } from '../../shared/kernel/rate.ts';
import type { Step } from '../../shared/platform/docs-page.ts';

/** Checks a call in ten lines, with nothing but Node. */
export const VERIFY = `import { createHmac, timingSafeEqual } from 'node:crypto';

/** True when a call is Fairlead's, unaltered and not older than five minutes. body: the text as it came, not parsed yet. */
export function isFromFairlead(headers, body, secret) {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures } = headers;
  if (!(Math.abs(Date.now() / 1000 - Number(time)) < 300)) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const own = Buffer.from('v1,' + createHmac('sha256', key).update(\`\${id}.\${time}.\${body}\`).digest('base64'));
  const given = String(signatures).split(' ').map((one) => Buffer.from(one));
  return given.some((one) => one.length === own.length && timingSafeEqual(one, own));
}
`;

/** From a key to a signed webhook, as \`/api/docs\` shows it. \`FAIRLEAD\`, \`KEY\`, \`COMPANY\` and \`CURSOR\` are the reader's. */
export const GUIDE = [
  {
    id: 'key',
    title: '1. Make a key',
    says: [
      'In the console open Settings, API keys, New key. Choose what it may do and which clients it sees, and copy it: it is shown once. It begins with `flk_`, so that secret scanners find it.',
      'Send it as `Authorization: Bearer`, never together with a cookie. It does no more than the person who made it may, and ends when they may no longer make keys. Unknown, ended and revoked keys are answered alike: 401 `key.refused`.',
    ],
    code: 'export FAIRLEAD=https://app.fairlead.example\nexport KEY=flk_...',
  },
  {
    id: 'list',
    title: '2. List clients',
    says: [
      'Lists answer `items`, and a `cursor` as long as there is more. `limit` is 25 when it is left out, 100 at most.',
    ],
    code: 'curl -s -H "Authorization: Bearer $KEY" "$FAIRLEAD/api/companies?limit=2"',
  },
  {
    id: 'page',
    title: '3. Turn the page',
    says: [
      'Hand the cursor back as it is, with the same filters, until none comes any more. It belongs to this key and this list.',
    ],
    code: 'curl -s -G -H "Authorization: Bearer $KEY" --data-urlencode "cursor=$CURSOR" "$FAIRLEAD/api/companies?limit=2"',
  },
  {
    id: 'create',
    title: '4. Create a planner item',
    says: [
      'With an `Idempotency-Key` of your own a POST happens once: the same request under the same key is told what the first one was told, for a day. Changes name the version `v` that they are based on; a stale one answers 409 with `currentVersion`.',
    ],
    code: `curl -s -X POST -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
  -H "Idempotency-Key: firewall-2027-q1" \\
  -d '{"title": "Replace the firewall", "startDate": "2027-01-11", "endDate": "2027-02-26"}' \\
  "$FAIRLEAD/api/companies/$COMPANY/planner-items"`,
  },
  {
    id: 'limits',
    title: 'Limits and errors',
    says: [
      `A key makes ${RATE.requests} requests at once, and they grow back within ${RATE.seconds} seconds. Each answer says \`RateLimit-Limit\`, \`RateLimit-Remaining\`, \`RateLimit-Reset\` (seconds until all are back) and \`RateLimit-Policy\`. Beyond that the answer is 429 with \`Retry-After\`.`,
      'Errors are problem documents (RFC 9457): branch on `code`, show `detail`, and name `requestId` when you ask us. A body may hold 256 kB.',
    ],
  },
  {
    id: 'webhook',
    title: '5. Be told instead of asking',
    says: [
      'In the console open Settings, Webhooks, New webhook: a public https address, the events below, and the clients. Each event is a POST of `type`, `timestamp`, `version` and `data`, which holds ids: read the record through the API for the rest. Answer 2xx within 10 seconds; redirects are not followed.',
      'What fails is sent again after 5 minutes, 1 hour, 6 hours and 24 hours, always with the same `webhook-id`: events may come twice and out of order, so keep the ids you have seen. After three days without an answer, or one 410, the webhook is switched off and the owners are told.',
      'Calls are signed as Standard Webhooks says (`standardwebhooks.com`); its libraries work as they are, and so does this, in Node:',
    ],
    code: VERIFY,
  },
] as const satisfies readonly Step[];
