import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy, Tags } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FeatureSpec } from '../feature-spec.ts';
import {
  appTableName,
  busName,
  dataRoleArn,
  filesBucket,
  functionName,
  logGroupName,
  machineArn,
  machineVariable,
  originVerifySecretName,
  vaultTableName,
} from '../names.ts';
import { type Unit, unitFile } from '../units.ts';
import { DATA_TAG } from './data-role.ts';
import type { FeatureContext } from './feature-context.ts';
import { rightsOf, trustOf } from './function-rights.ts';

const MEMORY_MB = 512;
/** Seconds; API Gateway gives up after 30, so an API function must answer before. */
const TIMEOUT = { api: 15, other: 60 };
const MOST_API_SECONDS = 29;

/** Seconds after which a function of this unit is stopped. */
export function timeoutOf({ kind, name, spec }: Unit): number {
  const seconds = spec.timeout ?? (kind === 'api' ? TIMEOUT.api : TIMEOUT.other);
  if (kind === 'api' && seconds > MOST_API_SECONDS) {
    throw new Error(`${name}: an API function may take ${MOST_API_SECONDS} s at most, its timeout is ${seconds}.`);
  }
  return seconds;
}

function bundleOf(unit: Unit, bundles: string): string {
  const folder = join(bundles, unit.name);
  if (!existsSync(folder)) {
    throw new Error(
      `infra/features/${unit.feature}.ts declares ${unit.name}, but ${folder} is missing: ` +
        `write ${unitFile(unit)} and bundle it with \`node scripts/bundle.ts\`, or take it out of the spec.`,
    );
  }
  return folder;
}

function environment(unit: Unit, { stage, credentialsKeyArn }: FeatureContext): Record<string, string> {
  return {
    STAGE: stage.name,
    ORIGIN: stage.origin,
    APP_TABLE: appTableName(stage),
    VAULT_TABLE: vaultTableName(stage),
    BUS_NAME: busName(stage),
    FILES_BUCKET: filesBucket(stage),
    APP_READ_ROLE: dataRoleArn(stage, 'app-read'),
    APP_WRITE_ROLE: dataRoleArn(stage, 'app-write'),
    CREDENTIALS_ROLE: dataRoleArn(stage, 'credentials'),
    IDENTITY_ROLE: dataRoleArn(stage, 'identity'),
    KEY_ID: credentialsKeyArn,
    MAIL_FROM: stage.mailFrom,
    COOKIE_NAME: stage.cookieName,
    COOKIE_SECURE: String(stage.cookieSecure),
    LISTED_HOSTS: stage.listedHosts.join(','),
    ...Object.fromEntries((unit.spec.starts ?? []).map((name) => [machineVariable(name), machineArn(stage, name)])),
    ...(stage.originVerify && unit.kind === 'api'
      ? { ORIGIN_VERIFY: `{{resolve:secretsmanager:${originVerifySecretName(stage)}}}` }
      : {}),
  };
}

interface FeatureFunctionProps {
  unit: Unit;
  data: FeatureSpec['data'];
  context: FeatureContext;
  /** Where calls end that AWS could not deliver (asynchronous invocations only). */
  deadLetters?: IQueue;
}

/** One Lambda function with its log, its own role and nothing in that role that its FeatureSpec does not say. */
export class FeatureFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, { unit, data, context, deadLetters }: FeatureFunctionProps) {
    super(scope, unit.name);
    const { stage } = context;
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: logGroupName(stage, unit.name),
      retention: stage.retention.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const writeLog = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    const role = new Role(this, 'Role', {
      roleName: functionName(stage, unit.name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { rights: new PolicyDocument({ statements: [writeLog, ...rightsOf(unit, data, context)] }) },
    });
    Tags.of(role).add(DATA_TAG, trustOf(unit, data));
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: functionName(stage, unit.name),
      description: `Fairlead ${stage.name}: ${unitFile(unit)}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // The map is for whoever reads a stack; Lambda would fetch it at each cold start, and it is larger than the code.
      code: Code.fromAsset(bundleOf(unit, context.bundles), { exclude: ['*.map'] }),
      handler: 'index.handler',
      memorySize: unit.spec.memory ?? MEMORY_MB,
      timeout: Duration.seconds(timeoutOf(unit)),
      environment: environment(unit, context),
      // The rights above are all there are: no construct may add to them on its own.
      role: role.withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      ...(deadLetters ? { deadLetterQueue: deadLetters } : {}),
    });
  }
}
