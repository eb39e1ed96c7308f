import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { WebhookWithSecret } from '../../shared/webhooks/webhook.ts';
import { http } from '../_kit/testing/world.ts';
import { ask, easyMsp, makeKey, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { Receiver } from '../webhooks/testing/receiver.ts';
import { GUIDE, VERIFY } from './guide.ts';

const run = promisify(execFile);
const scratch = mkdtempSync(join(tmpdir(), 'fairlead-guide-'));
/** curl, or what stands in for it where there is none. */
const CURL = `command -v curl >/dev/null 2>&1 || eval 'curl() { "$NODE" "$STAND_IN" "$@"; }'`;

let owner: Owner;
let receiver: Receiver;
let key: string;
const companies: string[] = [];

beforeAll(async () => {
  [owner, receiver] = await Promise.all([easyMsp(), new Receiver().open()]);
  for (let made = 0; made < 5; made += 1) companies.push(await newCompany(owner));
  key = ok(await makeKey(owner, { scopes: ['companies:read', 'planner:read', 'planner:write'] })).secret;
});
afterAll(async () => {
  await receiver.close();
  rmSync(scratch, { recursive: true });
});

/** Runs the code of a step as its reader would, word for word. */
async function follow<T>(id: (typeof GUIDE)[number]['id'], reader: Record<string, string> = {}): Promise<T> {
  const step = GUIDE.find((one) => one.id === id);
  if (!step || !('code' in step)) throw new Error(`The guide has no code for ${id}.`);
  const own = { NODE: process.execPath, STAND_IN: join(import.meta.dirname, 'testing', 'curl.js') };
  const env = { PATH: process.env.PATH ?? '', ...own, FAIRLEAD: inject('origin'), KEY: key, ...reader };
  const { stdout } = await run('sh', ['-c', `${CURL}\n${step.code}`], { env });
  return JSON.parse(stdout || 'null') as T;
}

interface Listed {
  items: { companyId: string }[];
  cursor?: string;
}

describe('the worked example of the API document', () => {
  it('is on the page, every step of it', async () => {
    const { body } = await http<{ text: string }>('GET', '/api/docs');
    for (const { id, title } of GUIDE) expect(body.text).toContain(`<section id="guide-${id}"><h3>${title}</h3>`);
    expect(body.text).toContain('Authorization: Bearer $KEY');
  });

  it('lists clients and turns the page until there is no more', async () => {
    expect(await follow('key')).toBeNull();
    let page = await follow<Listed>('list');
    const seen = [...page.items];
    while (page.cursor) {
      page = await follow<Listed>('page', { CURSOR: page.cursor });
      seen.push(...page.items);
    }
    expect(seen.map(({ companyId }) => companyId).sort()).toEqual([...companies].sort());
  });

  it('creates a planner item, once', async () => {
    const [COMPANY = ''] = companies;
    const made = await follow<{ plannerItemId: string; title: string }>('create', { COMPANY });
    expect(made).toMatchObject({ title: 'Replace the firewall', startDate: '2027-01-11' });
    expect((await follow<typeof made>('create', { COMPANY })).plannerItemId).toBe(made.plannerItemId);
    const listed = await ask<{ items: unknown[] }>(owner, 'GET', `/companies/${COMPANY}/planner-items`);
    expect(ok(listed).items).toHaveLength(1);
  });

  it('knows the calls of a webhook from forged, altered and old ones', async () => {
    const file = join(scratch, 'verify.mjs');
    writeFileSync(file, VERIFY);
    const { isFromFairlead } = (await import(pathToFileURL(file).href)) as {
      isFromFairlead: (headers: IncomingHttpHeaders, body: string, secret: string) => boolean;
    };
    const body = { name: 'Guide', url: receiver.url('/guide'), facts: ['companies.company.created'] };
    const webhook = ok(await ask<WebhookWithSecret>(owner, 'POST', '/webhooks', body));
    ok(await ask(owner, 'POST', `/webhooks/${webhook.webhookId}/test`));
    const [call] = await receiver.called('/guide');
    const check = (change: { headers?: object; raw?: string; secret?: string } = {}) => {
      const { headers = {}, raw = call?.raw ?? '', secret = webhook.secret } = change;
      return isFromFairlead({ ...call?.headers, ...headers }, raw, secret);
    };
    expect(check()).toBe(true);
    expect(check({ raw: `${call?.raw} ` })).toBe(false);
    expect(check({ secret: `whsec_${Buffer.alloc(32).toString('base64')}` })).toBe(false);
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature'])
      expect(check({ headers: { [name]: '1' } }), name).toBe(false);
    const old = String(Number(call?.headers['webhook-timestamp']) - 301);
    expect(check({ headers: { 'webhook-timestamp': old } })).toBe(false);
  });
});
