import type { AccessRequest } from '../aws/iam.ts';
import type { Deployment } from '../aws/template.ts';
import { type AwsCall, type AwsService, ServiceError, textField } from '../gateway/aws-call.ts';
import { type HttpReply, type HttpRequest, jsonReply } from '../gateway/http.ts';
import { arnOf } from '../place.ts';
import { addressIn, type Mailbox } from './mailbox.ts';

interface SendEmail {
  Destination?: { ToAddresses?: string[]; CcAddresses?: string[]; BccAddresses?: string[] };
  ReplyToAddresses?: string[];
  Content?: { Simple?: { Subject?: Part; Body?: { Text?: Part; Html?: Part }; Attachments?: Attachment[] } };
}
interface Attachment {
  FileName: string;
  ContentType?: string;
  /** base64 */
  RawContent: string;
}
interface Part {
  Data?: string;
}

/** SES v2 SendEmail with simple content. Mail goes to the mailbox page and nowhere else. */
export class Ses implements AwsService {
  readonly #deployment: Deployment;
  readonly #mailbox: Mailbox;

  constructor(deployment: Deployment, mailbox: Mailbox) {
    this.#deployment = deployment;
    this.#mailbox = mailbox;
  }

  operationOf({ method, path }: HttpRequest): string {
    return method === 'POST' && path === '/v2/email/outbound-emails' ? 'SendEmail' : `${method} ${path}`;
  }

  access({ operation, input }: AwsCall): AccessRequest[] {
    if (operation !== 'SendEmail')
      throw new ServiceError('NotFoundException', `The local cloud does not answer ses ${operation}.`, 404);
    const from = addressIn(textField(input, 'FromEmailAddress'));
    const identities = this.#deployment.ofType('AWS::SES::EmailIdentity').map(({ physicalId }) => physicalId);
    const identity = identities.find((one) => one === from) ?? identities.find((one) => one === from.split('@')[1]);
    if (!identity && identities.length > 0)
      throw new ServiceError(
        'MessageRejected',
        `Email address is not verified: ${from} belongs to no identity of the templates.`,
      );
    const { to, cc, bcc } = recipientsOf(input);
    return [
      {
        action: 'ses:SendEmail',
        resource: arnOf('ses', `identity/${identity ?? from}`),
        context: { 'ses:FromAddress': from, 'ses:Recipients': [...to, ...cc, ...bcc].map(addressIn) },
      },
    ];
  }

  async handle({ input, at }: AwsCall): Promise<HttpReply> {
    const { Content, ReplyToAddresses = [] } = input as SendEmail;
    const recipients = recipientsOf(input);
    const simple = Content?.Simple;
    if (!simple?.Subject?.Data)
      throw new ServiceError('BadRequestException', 'Content.Simple.Subject.Data is required.');
    if (Object.values(recipients).flat().length === 0)
      throw new ServiceError('BadRequestException', 'Destination has no address: name at least one recipient.');
    const MessageId = this.#mailbox.add(at, {
      from: textField(input, 'FromEmailAddress'),
      ...recipients,
      replyTo: ReplyToAddresses,
      subject: simple.Subject.Data,
      text: simple.Body?.Text?.Data ?? '',
      html: simple.Body?.Html?.Data ?? '',
      attachments: (simple.Attachments ?? []).map(
        ({ FileName, ContentType = 'application/octet-stream', RawContent }) => ({
          name: FileName,
          type: ContentType,
          bytes: Buffer.byteLength(RawContent, 'base64'),
          ...(ContentType.startsWith('text/') ? { text: Buffer.from(RawContent, 'base64').toString('utf8') } : {}),
        }),
      ),
    });
    return jsonReply(200, { MessageId });
  }
}

function recipientsOf(input: Record<string, unknown>): { to: string[]; cc: string[]; bcc: string[] } {
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = (input as SendEmail).Destination ?? {};
  return { to: ToAddresses, cc: CcAddresses, bcc: BccAddresses };
}
