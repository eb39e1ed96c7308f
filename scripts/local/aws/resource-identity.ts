import { createHash } from 'node:crypto';

/** Where a resource stands: what its names and ARNs are made of. */
export interface Place {
  account: string;
  region: string;
  endpoint: string;
  stack: string;
  logicalId: string;
}

/** `physicalId` is what `Ref` answers; `arn` is empty for resources without one; `attributes` is what GetAtt answers. */
export interface Identity {
  physicalId: string;
  arn: string;
  attributes: Record<string, string>;
}

interface Self extends Place {
  property(name: string): string | undefined;
}
type Describe = (self: Self) => { id: string; arn?: string; attributes?: Record<string, string> };

const digest = (self: Place): string =>
  createHash('sha256').update(`${self.account}/${self.stack}/${self.logicalId}`).digest('hex');

/** A deterministic id: the same template gives the same ids at every start, so stored data keeps its owner. */
function idOf(self: Place, length: number, alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'): string {
  const bytes = Buffer.from(digest(self), 'hex');
  return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join('');
}

function uuidOf(self: Place): string {
  const hex = digest(self);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The explicit name, or `<stack>-<logicalId>` cut to what the service allows (a digest keeps cut names apart). */
function nameOf(self: Self, property: string, limit = 255): string {
  const explicit = self.property(property);
  if (explicit !== undefined) return explicit;
  const name = `${self.stack}-${self.logicalId}`;
  return name.length <= limit ? name : `${name.slice(0, limit - 9)}-${digest(self).slice(0, 8)}`;
}

const arnOf = (self: Place, service: string, resource: string): string =>
  `arn:aws:${service}:${self.region}:${self.account}:${resource}`;
const globalArn = (self: Place, service: string, resource: string): string =>
  `arn:aws:${service}::${self.account}:${resource}`;

/** A resource whose Ref is its name and whose ARN is `<prefix><name>`. */
const named =
  (property: string, service: string, prefix: string, limit?: number): Describe =>
  (self) => {
    const id = nameOf(self, property, limit);
    return { id, arn: arnOf(self, service, `${prefix}${id}`) };
  };
/** A resource known by a generated id alone, which GetAtt answers under `attribute`. */
const generatedId =
  (length: number, attribute: string): Describe =>
  (self) => ({ id: idOf(self, length), attributes: { [attribute]: idOf(self, length) } });

const table: Describe = (self) => {
  const id = nameOf(self, 'TableName');
  const arn = arnOf(self, 'dynamodb', `table/${id}`);
  return { id, arn, attributes: { TableId: uuidOf(self), StreamArn: `${arn}/stream/2026-01-01T00:00:00.000` } };
};

const CLOUDFRONT_ID = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

const TYPES: Record<string, Describe> = {
  'AWS::ApiGatewayV2::Api': (self) => {
    const id = idOf(self, 10);
    const arn = `arn:aws:apigateway:${self.region}::/apis/${id}`;
    return { id, arn, attributes: { ApiId: id, ApiEndpoint: self.endpoint } };
  },
  'AWS::ApiGatewayV2::Integration': generatedId(7, 'IntegrationId'),
  'AWS::ApiGatewayV2::Route': generatedId(7, 'RouteId'),
  'AWS::ApiGatewayV2::Stage': (self) => ({ id: nameOf(self, 'StageName') }),
  'AWS::CloudFront::CachePolicy': generatedId(20, 'Id'),
  'AWS::CloudFront::Distribution': (self) => {
    const id = `E${idOf(self, 13, CLOUDFRONT_ID)}`;
    const attributes = { Id: id, DomainName: `d${idOf(self, 13)}.cloudfront.net` };
    return { id, arn: globalArn(self, 'cloudfront', `distribution/${id}`), attributes };
  },
  'AWS::CloudFront::Function': (self) => {
    const arn = globalArn(self, 'cloudfront', `function/${nameOf(self, 'Name', 64)}`);
    return { id: arn, arn, attributes: { FunctionARN: arn, 'FunctionMetadata.FunctionARN': arn } };
  },
  'AWS::CloudFront::OriginAccessControl': generatedId(14, 'Id'),
  'AWS::CloudFront::OriginRequestPolicy': generatedId(20, 'Id'),
  'AWS::CloudFront::ResponseHeadersPolicy': generatedId(20, 'Id'),
  'AWS::CloudWatch::Alarm': named('AlarmName', 'cloudwatch', 'alarm:'),
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::EventBus': (self) => {
    const id = nameOf(self, 'Name');
    return { id, arn: arnOf(self, 'events', `event-bus/${id}`), attributes: { Name: id } };
  },
  'AWS::Events::Rule': (self) => {
    const id = nameOf(self, 'Name', 64);
    const bus = self.property('EventBusName') ?? 'default';
    return { id, arn: arnOf(self, 'events', bus === 'default' ? `rule/${id}` : `rule/${bus}/${id}`) };
  },
  'AWS::IAM::ManagedPolicy': (self) => {
    const arn = globalArn(self, 'iam', `policy/${nameOf(self, 'ManagedPolicyName', 128)}`);
    return { id: arn, arn, attributes: { PolicyArn: arn } };
  },
  'AWS::IAM::Policy': (self) => ({ id: nameOf(self, 'PolicyName') }),
  'AWS::IAM::Role': (self) => {
    const id = nameOf(self, 'RoleName', 64);
    const roleId = `AROA${idOf(self, 17, CLOUDFRONT_ID)}`;
    return { id, arn: globalArn(self, 'iam', `role/${id}`), attributes: { RoleId: roleId } };
  },
  'AWS::KMS::Alias': named('AliasName', 'kms', ''),
  'AWS::KMS::Key': (self) => {
    const id = uuidOf(self);
    return { id, arn: arnOf(self, 'kms', `key/${id}`), attributes: { KeyId: id } };
  },
  'AWS::Lambda::EventSourceMapping': (self) => {
    const id = uuidOf(self);
    return { id, arn: arnOf(self, 'lambda', `event-source-mapping:${id}`), attributes: { Id: id } };
  },
  'AWS::Lambda::Function': named('FunctionName', 'lambda', 'function:', 64),
  'AWS::Lambda::Permission': generatedId(12, 'Id'),
  'AWS::Logs::LogGroup': (self) => {
    const id = nameOf(self, 'LogGroupName');
    return { id, arn: arnOf(self, 'logs', `log-group:${id}:*`) };
  },
  'AWS::S3::Bucket': (self) => {
    const id = self.property('BucketName') ?? nameOf(self, 'BucketName', 63).toLowerCase();
    const host = `${id}.s3.${self.region}.amazonaws.com`;
    return { id, arn: `arn:aws:s3:::${id}`, attributes: { DomainName: host, RegionalDomainName: host } };
  },
  'AWS::SES::ConfigurationSet': named('Name', 'ses', 'configuration-set/', 64),
  'AWS::SES::EmailIdentity': named('EmailIdentity', 'ses', 'identity/'),
  'AWS::SNS::Topic': (self) => {
    const name = nameOf(self, 'TopicName', 256);
    const arn = arnOf(self, 'sns', name);
    return { id: arn, arn, attributes: { TopicArn: arn, TopicName: name } };
  },
  'AWS::SQS::Queue': (self) => {
    const suffix = self.property('FifoQueue') === 'true' ? '.fifo' : '';
    const name = self.property('QueueName') ?? `${nameOf(self, 'QueueName', 75)}${suffix}`;
    const id = `${self.endpoint}/${self.account}/${name}`;
    return { id, arn: arnOf(self, 'sqs', name), attributes: { QueueName: name, QueueUrl: id } };
  },
  'AWS::SecretsManager::Secret': (self) => {
    const arn = arnOf(self, 'secretsmanager', `secret:${nameOf(self, 'Name', 500)}-${idOf(self, 6)}`);
    return { id: arn, arn, attributes: { Id: arn } };
  },
  'AWS::Scheduler::Schedule': (self) => {
    const id = nameOf(self, 'Name', 64);
    return { id, arn: arnOf(self, 'scheduler', `schedule/${self.property('GroupName') ?? 'default'}/${id}`) };
  },
  'AWS::StepFunctions::StateMachine': (self) => {
    const name = nameOf(self, 'StateMachineName', 80);
    const arn = arnOf(self, 'states', `stateMachine:${name}`);
    return { id: arn, arn, attributes: { Name: name } };
  },
  'AWS::WAFv2::WebACL': (self) => {
    const name = nameOf(self, 'Name', 128);
    const scope = self.property('Scope') ?? 'REGIONAL';
    const kind = scope === 'CLOUDFRONT' ? 'global' : 'regional';
    const arn = arnOf(self, 'wafv2', `${kind}/webacl/${name}/${uuidOf(self)}`);
    return { id: `${name}|${uuidOf(self)}|${scope}`, arn, attributes: { Id: uuidOf(self) } };
  },
};

/**
 * What CloudFormation would answer for Ref, ARN and GetAtt (AWS CloudFormation Template Reference, "Return values" of
 * each type). A type not listed has a name but neither ARN nor attributes. `property` gives top-level properties as text.
 */
export function identityOf(type: string, place: Place, property: (name: string) => string | undefined): Identity {
  const self: Self = { ...place, property };
  const { id, arn = '', attributes = {} } = TYPES[type]?.(self) ?? { id: nameOf(self, '') };
  return { physicalId: id, arn, attributes: arn === '' ? attributes : { Arn: arn, ...attributes } };
}
