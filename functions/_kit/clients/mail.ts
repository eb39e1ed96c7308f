import { SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { env } from '../env.ts';
import type { Attachment, Letter } from '../mail.ts';
import { perKeys } from './aws.ts';

/** One attempt: SES knows no idempotency key, so a retry inside the SDK could send a mail twice. */
const ses = perKeys((config) => new SESv2Client({ ...config, maxAttempts: 1 }));

/**
 * What became of a mail: `sent`; `refused` for good; `later`, not taken now and safe to try again; `unclear` when nobody
 * can say whether it went out.
 */
export type Sending = 'sent' | 'refused' | 'later' | 'unclear';

const LATER = new Set(['TooManyRequestsException', 'LimitExceededException', 'ThrottlingException']);

function outcomeOf(error: unknown): Sending {
  if (!(error instanceof SESv2ServiceException)) return 'unclear';
  if (LATER.has(error.name)) return 'later';
  return (error.$metadata.httpStatusCode ?? 500) < 500 ? 'refused' : 'unclear';
}

/** The sender's name in a header: quoted, or as RFC 2047 encoded words when it is not plain ASCII. */
export function senderName(name: string): string {
  const clean = name.replaceAll(/[\p{Cc}"\\]/gu, ' ').trim();
  if (/^[\x20-\x7e]*$/.test(clean)) return `"${clean}"`;
  // An encoded word holds at most 75 characters; 40 bytes of text stay below that in base64.
  const words: string[] = [];
  let word = '';
  for (const letter of clean) {
    if (Buffer.byteLength(word + letter) > 40) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join(' ');
}

const attached = ({ fileName, contentType, content }: Attachment) => ({
  FileName: fileName,
  ContentType: contentType,
  ContentDisposition: 'ATTACHMENT' as const,
  RawContent: new TextEncoder().encode(content),
});

/** Sends a letter once. The address is the stage's own; name and reply address are the MSP's. */
export async function sendMail(
  to: string,
  { subject, text, html, fromName, replyTo, attachments = [] }: Letter,
): Promise<{ outcome: Sending; error?: unknown }> {
  const part = (Data: string) => ({ Data, Charset: 'UTF-8' });
  const command = new SendEmailCommand({
    FromEmailAddress: `${senderName(fromName)} <${env('MAIL_FROM')}>`,
    Destination: { ToAddresses: [to] },
    ...(replyTo ? { ReplyToAddresses: [replyTo] } : {}),
    Content: {
      Simple: {
        Subject: part(subject),
        Body: { Text: part(text), Html: part(html) },
        ...(attachments.length > 0 ? { Attachments: attachments.map(attached) } : {}),
      },
    },
  });
  try {
    await ses().send(command);
    return { outcome: 'sent' };
  } catch (error) {
    return { outcome: outcomeOf(error), error };
  }
}
