import { type App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { dataRole } from '../constructs/data-role.ts';
import {
  appTableName,
  DATA_ROLES,
  filesBucket,
  GSIS,
  INDEXED_FIELDS,
  mailDomain,
  stackName,
  vaultTableName,
} from '../names.ts';
import type { Stage } from '../stages.ts';

/** What DynamoDB asks of a customer's key (Amazon DynamoDB Developer Guide, "Encryption at rest: customer managed key"). */
const VIA_DYNAMODB = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:CreateGrant',
  'kms:DescribeKey',
];

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** What must outlive every deployment: tables, files, keys, and the roles that are the only way to them. */
export class DataStack extends Stack {
  /** Stream of the app table; only the outbox publisher reads it. */
  readonly streamArn: string;
  readonly credentialsKeyArn: string;

  constructor(app: App, stage: Stage) {
    super(app, stackName(stage, 'data'), { env: { account: stage.account, region: stage.region } });
    this.streamArn = this.#appTable(stage);
    this.#vaultTable(stage);
    this.credentialsKeyArn = this.#key(stage, 'credentials', 'Wraps the data keys of vendor credentials').keyArn;
    this.#files(stage);
    for (const role of DATA_ROLES) dataRole(this, stage, role);
    new EmailIdentity(this, 'MailDomain', { identity: Identity.domain(mailDomain(stage)) });
  }

  #appTable(stage: Stage): string {
    const table = new TableV2(this, 'App', {
      tableName: appTableName(stage),
      ...this.#tableDefaults(),
      dynamoStream: StreamViewType.NEW_IMAGE,
      globalSecondaryIndexes: GSIS.map((index) => ({
        indexName: index,
        partitionKey: text(`${index}pk`),
        sortKey: text(`${index}sk`),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: INDEXED_FIELDS,
      })),
    });
    if (!table.tableStreamArn) throw new Error('The app table has no stream: the outbox could not be published.');
    return table.tableStreamArn;
  }

  #vaultTable(stage: Stage): void {
    const key = this.#key(stage, 'vault', 'Encrypts the vault table');
    // As the keys that AWS manages itself: usable through DynamoDB by whoever may use the table, and in no other way.
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ThroughDynamoDbOnly',
        principals: [new AnyPrincipal()],
        actions: VIA_DYNAMODB,
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': stage.account,
            'kms:ViaService': `dynamodb.${stage.region}.amazonaws.com`,
          },
        },
      }),
    );
    new TableV2(this, 'Vault', {
      tableName: vaultTableName(stage),
      ...this.#tableDefaults(),
      encryption: TableEncryptionV2.customerManagedKey(key),
    });
  }

  #tableDefaults() {
    return {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'ttl',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
  }

  #key(stage: Stage, what: string, description: string): Key {
    return new Key(this, `Key-${what}`, {
      alias: `fairlead-${stage.name}-${what}`,
      description: `Fairlead ${stage.name}: ${description}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  #files(stage: Stage): void {
    const privateBucket = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const accessLog = new Bucket(this, 'FilesAccessLog', {
      bucketName: `${filesBucket(stage)}-access-log`,
      ...privateBucket,
      lifecycleRules: [{ expiration: Duration.days(stage.retention.accessLogDays) }],
    });
    new Bucket(this, 'Files', {
      bucketName: filesBucket(stage),
      ...privateBucket,
      versioned: true,
      serverAccessLogsBucket: accessLog,
      cors: [
        {
          allowedOrigins: [stage.origin],
          allowedMethods: [HttpMethods.GET, HttpMethods.PUT],
          allowedHeaders: ['content-type', 'content-length', 'content-disposition', 'x-amz-*'],
          exposedHeaders: ['etag'],
          maxAge: 3_600,
        },
      ],
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(stage.retention.oldFileVersionDays),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
  }
}
