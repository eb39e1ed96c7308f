import { type App, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  FunctionEventType,
  HttpVersion,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { edgeHeaders } from '../constructs/edge-headers.ts';
import { firewall } from '../constructs/firewall.ts';
import { pageFunction } from '../constructs/page-function.ts';
import { viewerAddress } from '../constructs/viewer-address.ts';
import { originVerifySecretName, siteBucketName, stackName } from '../names.ts';
import type { Stage } from '../stages.ts';

/** The header by which the API knows that a request came through CloudFront. */
const ORIGIN_VERIFY_HEADER = 'x-origin-verify';

/**
 * The one origin of the product: console, portal and API behind one CloudFront distribution. Error pages are not
 * configured: they would replace the API's own error bodies too. Pages are found by the page functions instead.
 */
export class WebStack extends Stack {
  constructor(app: App, stage: Stage, httpApiId: string) {
    super(app, stackName(stage, 'web'), { env: { account: stage.account, region: stage.region } });
    const log = this.#log(stage);
    const bucket = new Bucket(this, 'Site', {
      bucketName: siteBucketName(stage),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      serverAccessLogsBucket: log,
      serverAccessLogsPrefix: 'site/',
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // With LIST a missing file is a 404; without it S3 answers 403.
    const files = S3BucketOrigin.withOriginAccessControl(bucket, {
      originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
    });
    const siteHeaders = edgeHeaders(this, stage, 'site');
    const pages = (name: 'console' | 'portal', index: string): BehaviorOptions => ({
      origin: files,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: siteHeaders,
      functionAssociations: [
        { function: pageFunction(this, stage, name, index), eventType: FunctionEventType.VIEWER_REQUEST },
      ],
    });
    const distribution = new Distribution(this, 'Distribution', {
      comment: stackName(stage, 'web'),
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Without it a request for `/` that missed the page function would list the bucket.
      defaultRootObject: 'index.html',
      defaultBehavior: pages('console', '/index.html'),
      additionalBehaviors: {
        '/portal/*': pages('portal', '/portal/index.html'),
        '/api/*': this.#api(stage, this.#apiOrigin(stage, httpApiId)),
      },
      enableLogging: true,
      logBucket: log,
      logFilePrefix: 'cloudfront/',
      ...this.#ownDomain(stage),
      ...(stage.waf ? { webAclId: firewall(this, stage).attrArn } : {}),
    });
    new CfnOutput(this, 'SiteBucket', { value: bucket.bucketName });
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId });
    new CfnOutput(this, 'DistributionHost', { value: distribution.distributionDomainName });
  }

  #api(stage: Stage, origin: IOrigin): BehaviorOptions {
    return {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: edgeHeaders(this, stage, 'api'),
      functionAssociations: [{ function: viewerAddress(this, stage), eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  #apiOrigin(stage: Stage, httpApiId: string): HttpOrigin {
    const secret = `{{resolve:secretsmanager:${originVerifySecretName(stage)}}}`;
    return new HttpOrigin(`${httpApiId}.execute-api.${stage.region}.amazonaws.com`, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      ...(stage.originVerify ? { customHeaders: { [ORIGIN_VERIFY_HEADER]: secret } } : {}),
    });
  }

  #ownDomain(stage: Stage) {
    if (!stage.certificateArn) return {};
    return {
      domainNames: [new URL(stage.origin).host],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', stage.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  /** CloudFront writes its log with an ACL, so this bucket alone still takes them. */
  #log(stage: Stage): Bucket {
    return new Bucket(this, 'AccessLog', {
      bucketName: `${siteBucketName(stage)}-access-log`,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(stage.retention.accessLogDays) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
