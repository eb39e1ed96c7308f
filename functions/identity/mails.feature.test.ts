import { BadRequestException, SESv2Client, SendEmailCommand, TooManyRequestsException } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change } from '../_kit/operations.ts';
import { systemScope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { as } from '../_kit/testing/world.ts';
import { MailIntentEntity, type MailIntentRow } from './mail-intent.entity.ts';
import { send } from './mail-sending.service.ts';
import { planMail } from './mails.service.ts';
import { actingFor } from './scopes.ts';
import { anonymousAt } from './testing/in-process.ts';
import { easyMsp, emailOf, type Owner } from './testing/members.ts';

const TOKEN = 'canary-token-of-a-mailed-link-0000000000000';
const mailService = () => mockClient(SESv2Client);
let owner: Owner;
let ses: ReturnType<typeof mailService>;

beforeAll(async () => {
  owner = await easyMsp();
});
beforeEach(() => {
  ses = mailService();
});
afterEach(() => ses.restore());

const job = <T>(work: () => Promise<T>) => as('identity-on-mail-planned', work);
const scope = () => actingFor(anonymousAt(new Date()), owner.mspId);

/** A reset mail that waits, without the fact that would have the product send it. */
function planned(): Promise<string> {
  return job(async () => {
    const facts = {
      purpose: 'reset',
      subjectId: owner.userId,
      to: emailOf('reader'),
      side: 'portal',
      token: TOKEN,
    } as const;
    const mail = await planMail(scope(), facts);
    await commit(scope(), mail.ops);
    return mail.mailId;
  });
}

const read = (mailId: string) =>
  job(() =>
    find(scope(), MailIntentEntity, MailIntentEntity.get({ mailId }), { consistent: true }),
  ) as Promise<MailIntentRow>;

function delivered(mailId: string): Promise<void> {
  const inbox = { subscriber: 'identity-on-mail-planned', eventId: newId() };
  return job(() => send(systemScope(owner.mspId, 'identity-on-mail-planned', { inbox }), { mailId }));
}

const sent = () => ses.commandCalls(SendEmailCommand);

describe('a planned mail', () => {
  it('goes out once, however often its fact comes, and its token is then forgotten', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: '1' });
    const mailId = await planned();
    expect(JSON.stringify(await read(mailId))).not.toContain(TOKEN);
    await delivered(mailId);
    await delivered(mailId);
    expect(sent()).toHaveLength(1);
    const text = sent()[0]?.args[0].input.Content?.Simple?.Body?.Text?.Data;
    expect(text).toContain(`/portal/${owner.slug}/reset-password#${TOKEN}`);
    const after = await read(mailId);
    expect([after.state, after.token]).toEqual(['sent', undefined]);
  });

  it('waits and is tried again when the mail service wants it later', async () => {
    ses
      .on(SendEmailCommand)
      .rejectsOnce(new TooManyRequestsException({ message: 'slow', $metadata: { httpStatusCode: 429 } }));
    const mailId = await planned();
    await expect(delivered(mailId)).rejects.toThrow('no more mails right now');
    expect((await read(mailId)).state).toBe('planned');
    ses.on(SendEmailCommand).resolves({ MessageId: '1' });
    await delivered(mailId);
    expect((await read(mailId)).state).toBe('sent');
  });

  it('is given up when the mail service refuses it for good', async () => {
    ses.on(SendEmailCommand).rejects(new BadRequestException({ message: 'no', $metadata: { httpStatusCode: 400 } }));
    const mailId = await planned();
    await delivered(mailId);
    expect((await read(mailId)).state).toBe('failed');
  });

  it('is never sent again when nobody knows whether it went out', async () => {
    ses.on(SendEmailCommand).rejects(new Error('socket hang up'));
    const mailId = await planned();
    await delivered(mailId);
    await delivered(mailId);
    expect(sent()).toHaveLength(1);
    expect((await read(mailId)).state).toBe('unclear');
  });

  it('is unclear when the worker that claimed it died', async () => {
    const mailId = await planned();
    const before = await read(mailId);
    const claimed = { ...before, state: 'sending' as const, v: before.v + 1 };
    await job(() => commit(scope(), [change(MailIntentEntity, before, claimed, { audit: false })]));
    await delivered(mailId);
    expect(sent()).toHaveLength(0);
    expect((await read(mailId)).state).toBe('unclear');
  });

  it.each(['invitation', 'confirmation'] as const)('whose reason is gone is not sent: %s', async (purpose) => {
    const mailId = await job(async () => {
      const facts = { purpose, subjectId: newId(), to: emailOf('x'), side: 'console', token: TOKEN } as const;
      const mail = await planMail(scope(), facts);
      await commit(scope(), mail.ops);
      return mail.mailId;
    });
    await delivered(mailId);
    expect(sent()).toHaveLength(0);
    expect((await read(mailId)).state).toBe('failed');
  });

  it('that nobody planned is no reason to fail', async () => {
    await expect(delivered(newId())).resolves.toBeUndefined();
  });
});
