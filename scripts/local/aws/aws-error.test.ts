import { Readable } from 'node:stream';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { type AwsErrorResponse, awsError } from './aws-error.ts';

/** What a client of the SDK throws when the service answers like this. */
function thrownBy(service: string, answer: AwsErrorResponse): Promise<unknown> {
  const config = {
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:1',
    credentials: { accessKeyId: 'ASIATEST', secretAccessKey: 'secret' },
    maxAttempts: 1,
    requestHandler: {
      handle: async () => ({
        response: {
          statusCode: answer.status,
          headers: answer.headers,
          body: Readable.from([Buffer.from(answer.body)]),
        },
      }),
    },
  };
  const calls: Record<string, () => Promise<unknown>> = {
    dynamodb: () => new DynamoDBClient(config).send(new GetItemCommand({ TableName: 'app', Key: {} })),
    states: () => new SFNClient(config).send(new StartExecutionCommand({ stateMachineArn: 'arn' })),
    events: () => new EventBridgeClient(config).send(new PutEventsCommand({ Entries: [] })),
    kms: () => new KMSClient(config).send(new DecryptCommand({ CiphertextBlob: new Uint8Array(1) })),
    sqs: () =>
      new SQSClient(config).send(new SendMessageCommand({ QueueUrl: 'http://127.0.0.1:1/0/q', MessageBody: 'b' })),
    ses: () => new SESv2Client(config).send(new SendEmailCommand({ Content: {} })),
    s3: () => new S3Client(config).send(new GetObjectCommand({ Bucket: 'files', Key: 'a' })),
    sts: () =>
      new STSClient(config).send(new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::1:role/r', RoleSessionName: 's' })),
  };
  return (calls[service]?.() ?? Promise.resolve('no client')).catch((error: unknown) => error);
}

const MESSAGE = 'User: arn:aws:sts::0:assumed-role/a/b is not authorized to perform: "x" on <y> & z';

describe('clients of the AWS SDK raise the error of the name', () => {
  it.each([
    ['dynamodb', 'AccessDenied', 'AccessDeniedException', 400],
    ['dynamodb', 'ConditionalCheckFailedException', 'ConditionalCheckFailedException', 400],
    ['dynamodb', 'ProvisionedThroughputExceededException', 'ProvisionedThroughputExceededException', 400],
    ['dynamodb', 'InternalServerError', 'InternalServerError', 500],
    ['dynamodb', 'SignatureDoesNotMatch', 'InvalidSignatureException', 400],
    ['dynamodb', 'InvalidClientTokenId', 'UnrecognizedClientException', 400],
    ['dynamodb', 'ExpiredToken', 'ExpiredTokenException', 400],
    ['dynamodb', 'MissingAuthenticationToken', 'MissingAuthenticationTokenException', 400],
    ['dynamodb', 'UnknownOperationException', 'UnknownOperationException', 400],
    ['states', 'AccessDenied', 'AccessDeniedException', 400],
    ['states', 'ExecutionAlreadyExists', 'ExecutionAlreadyExists', 400],
    ['states', 'StateMachineDoesNotExist', 'StateMachineDoesNotExist', 400],
    ['events', 'AccessDenied', 'AccessDeniedException', 400],
    ['events', 'InternalException', 'InternalException', 500],
    ['kms', 'AccessDeniedException', 'AccessDeniedException', 400],
    ['kms', 'InvalidCiphertextException', 'InvalidCiphertextException', 400],
    ['kms', 'NotFoundException', 'NotFoundException', 404],
    ['kms', 'KMSInternalException', 'KMSInternalException', 500],
    ['sqs', 'AccessDenied', 'AccessDeniedException', 403],
    ['sqs', 'QueueDoesNotExist', 'QueueDoesNotExist', 400],
    ['ses', 'AccessDenied', 'AccessDeniedException', 403],
    ['ses', 'ExpiredToken', 'ExpiredTokenException', 403],
    ['ses', 'MessageRejected', 'MessageRejected', 400],
    ['ses', 'TooManyRequestsException', 'TooManyRequestsException', 429],
    ['s3', 'AccessDenied', 'AccessDenied', 403],
    ['s3', 'NoSuchKey', 'NoSuchKey', 404],
    ['s3', 'SlowDown', 'SlowDown', 503],
    ['s3', 'Throttling', 'SlowDown', 503],
    ['s3', 'RequestExpired', 'AccessDenied', 403],
    ['s3', 'InvalidClientTokenId', 'InvalidAccessKeyId', 403],
    ['s3', 'ExpiredTokenException', 'ExpiredToken', 400],
    ['s3', 'BadDigest', 'BadDigest', 400],
    ['s3', 'SignatureDoesNotMatch', 'SignatureDoesNotMatch', 403],
    ['sts', 'AccessDenied', 'AccessDenied', 403],
    ['sts', 'MalformedPolicyDocument', 'MalformedPolicyDocumentException', 400],
    ['sts', 'ValidationError', 'ValidationError', 400],
    ['sts', 'ExpiredTokenException', 'ExpiredToken', 403],
    ['sts', 'ThrottlingException', 'Throttling', 400],
    ['sts', 'ServiceUnavailable', 'ServiceUnavailable', 503],
  ])('%s %s as %s with %d', async (service, code, name, status) => {
    const answer = awsError(service, code, MESSAGE);
    const error = await thrownBy(service, answer);
    expect(error).toMatchObject({ name, message: MESSAGE, $metadata: { httpStatusCode: status } });
    expect(answer.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('takes another status when told to', async () => {
    const error = await thrownBy('dynamodb', awsError('dynamodb', 'ThrottlingException', 'slow down', 503));
    expect(error).toMatchObject({ name: 'ThrottlingException', $metadata: { httpStatusCode: 503 } });
  });

  it('answers in JSON for services without a line of their own', () => {
    const answer = awsError('monitoring', 'AccessDenied', 'no');
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': 'application/x-amz-json-1.0' } });
    expect(JSON.parse(answer.body)).toEqual({
      __type: 'com.amazon.coral.service#AccessDeniedException',
      Message: 'no',
    });
  });

  it('speaks REST JSON for the scheduler', () => {
    const answer = awsError('scheduler', 'ConflictException', 'taken', 409);
    expect(answer).toMatchObject({ status: 409, headers: { 'x-amzn-errortype': 'ConflictException' } });
  });
});
