import { randomBytes } from 'node:crypto';
import type { AccessRequest } from '../aws/iam.ts';
import type { Deployment, Resource } from '../aws/template.ts';
import { type AwsCall, type AwsService, awsJson, ServiceError, targetOf, textField } from '../gateway/aws-call.ts';
import type { HttpReply } from '../gateway/http.ts';
import type { EncryptionContext, KmsEnvelope } from './kms-envelope.ts';

/** KMS: GenerateDataKey, GenerateDataKeyWithoutPlaintext, Encrypt, Decrypt. */
export class Kms implements AwsService {
  readonly #deployment: Deployment;
  readonly #envelope: KmsEnvelope;

  constructor(deployment: Deployment, envelope: KmsEnvelope) {
    this.#deployment = deployment;
    this.#envelope = envelope;
  }

  operationOf = targetOf;

  /** IAM sees the context as `kms:EncryptionContext:<key>` and its keys as `kms:EncryptionContextKeys`. */
  access({ operation, input }: AwsCall): AccessRequest[] {
    const context = contextOf(input);
    const keys = Object.keys(context);
    return [
      {
        action: `kms:${operation}`,
        resource: this.#keyOf(operation, input).arn,
        context: {
          ...Object.fromEntries(keys.map((key) => [`kms:EncryptionContext:${key}`, context[key] ?? ''])),
          ...(keys.length > 0 && { 'kms:EncryptionContextKeys': keys }),
        },
      },
    ];
  }

  async handle(call: AwsCall): Promise<HttpReply> {
    const { operation, input } = call;
    const key = this.#keyOf(operation, input);
    const context = contextOf(input);
    const seal = (plaintext: Buffer) => this.#envelope.encrypt(key.arn, plaintext, context).toString('base64');
    if (operation === 'Encrypt')
      return awsJson(call, {
        KeyId: key.arn,
        CiphertextBlob: seal(bytesField(input, 'Plaintext')),
        EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      });
    if (operation === 'Decrypt')
      return awsJson(call, {
        KeyId: key.arn,
        Plaintext: this.#envelope.decrypt(bytesField(input, 'CiphertextBlob'), context).toString('base64'),
        EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      });
    const dataKey = randomBytes(
      input.NumberOfBytes ? Number(input.NumberOfBytes) : input.KeySpec === 'AES_128' ? 16 : 32,
    );
    return awsJson(call, {
      KeyId: key.arn,
      CiphertextBlob: seal(dataKey),
      ...(operation === 'GenerateDataKey' && { Plaintext: dataKey.toString('base64') }),
    });
  }

  #keyOf(operation: string, input: Record<string, unknown>): Resource {
    if (!['GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'Encrypt', 'Decrypt'].includes(operation))
      throw new ServiceError('UnknownOperationException', `The local cloud does not answer kms:${operation}.`);
    const named =
      operation === 'Decrypt'
        ? this.#envelope.keyArnOf(bytesField(input, 'CiphertextBlob'))
        : textField(input, 'KeyId');
    const alias = named.includes('alias/') ? `alias/${named.split('alias/')[1]}` : undefined;
    const target = this.#deployment.ofType('AWS::KMS::Alias').find(({ properties }) => properties.AliasName === alias)
      ?.properties.TargetKeyId;
    const wanted = String(target ?? named);
    const key = this.#deployment
      .ofType('AWS::KMS::Key')
      .find(({ arn, physicalId }) => [arn, physicalId].includes(wanted));
    if (!key) throw new ServiceError('NotFoundException', `Key '${named}' does not exist in the templates.`);
    return key;
  }
}

function contextOf(input: Record<string, unknown>): EncryptionContext {
  return (input.EncryptionContext ?? {}) as EncryptionContext;
}

function bytesField(input: Record<string, unknown>, name: string): Buffer {
  return Buffer.from(textField(input, name), 'base64');
}
