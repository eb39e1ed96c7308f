import { type App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { originVerifySecretName, stackName } from '../names.ts';
import type { Stage } from '../stages.ts';

/** What the access log says of a request: nothing personal, and the id that the function's own log lines carry. */
const LOGGED = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  ms: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  error: '$context.integrationErrorMessage',
};

/** The HTTP API itself. Its routes stand in the features' stacks, which know this API by its id. */
export class ApiStack extends Stack {
  readonly httpApiId: string;

  constructor(app: App, stage: Stage) {
    super(app, stackName(stage, 'api'), { env: { account: stage.account, region: stage.region } });
    const api = new HttpApi(this, 'Api', { apiName: stackName(stage, 'api'), createDefaultStage: false });
    this.httpApiId = api.httpApiId;
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/${stackName(stage, 'api')}-access`,
      retention: stage.retention.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: stage.throttle.rate, burstLimit: stage.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    });
    if (stage.originVerify) this.#originVerifySecret(stage);
  }

  /** CloudFront sends it with every request and API functions refuse requests without it; rotated by hand. */
  #originVerifySecret(stage: Stage): void {
    new Secret(this, 'OriginVerify', {
      secretName: originVerifySecretName(stage),
      description: 'Shows the API that a request came through CloudFront',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
  }
}
