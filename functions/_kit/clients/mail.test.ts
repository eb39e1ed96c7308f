import {
  BadRequestException,
  SESv2Client,
  SESv2ServiceException,
  SendEmailCommand,
  TooManyRequestsException,
} from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { runAs } from '../env.ts';
import { sendMail } from './mail.ts';

const ses = mockClient(SESv2Client);
const variables = {
  MAIL_FROM: 'no-reply@fairlead.example',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 's',
  AWS_SESSION_TOKEN: 't',
};
const letter = {
  fromName: 'Northlight',
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
  replyTo: 'help@northlight.example',
};
const send = () => runAs(variables, () => sendMail('ada@example.com', letter));

afterEach(() => ses.reset());

describe('sending a mail', () => {
  it('hands it over once, from the address of the stage', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: '1' });
    expect((await send()).outcome).toBe('sent');
    const [call] = ses.commandCalls(SendEmailCommand);
    expect(call?.args[0].input).toMatchObject({
      FromEmailAddress: '"Northlight" <no-reply@fairlead.example>',
      Destination: { ToAddresses: ['ada@example.com'] },
      ReplyToAddresses: ['help@northlight.example'],
    });
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
  });

  it.each([
    ['later', new TooManyRequestsException({ message: 'slow down', $metadata: { httpStatusCode: 429 } })],
    ['refused', new BadRequestException({ message: 'no', $metadata: { httpStatusCode: 400 } })],
    [
      'unclear',
      new SESv2ServiceException({
        name: 'InternalFailure',
        $fault: 'server',
        message: 'x',
        $metadata: { httpStatusCode: 500 },
      }),
    ],
    ['unclear', new Error('socket hang up')],
  ] as const)('ends %s when the mail service says so', async (outcome, error) => {
    ses.on(SendEmailCommand).rejects(error);
    expect(await send()).toMatchObject({ outcome, error: { message: error.message } });
  });
});
