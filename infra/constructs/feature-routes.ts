import type { AnyContractRouter } from '@orpc/contract';
import { CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { routePathsOf } from '../http-routes.ts';
import type { FeatureContext } from './feature-context.ts';
import type { FeatureFunction } from './feature-function.ts';

/** A feature's paths on the HTTP API: one integration, one permission, one ANY route per distinct path of its contract. */
export class FeatureRoutes extends Construct {
  constructor(scope: Construct, contract: AnyContractRouter, context: FeatureContext, server: FeatureFunction) {
    super(scope, 'routes');
    const { stage, httpApiId } = context;
    const integration = new CfnIntegration(this, 'Integration', {
      apiId: httpApiId,
      integrationType: 'AWS_PROXY',
      integrationUri: server.lambda.functionArn,
      payloadFormatVersion: '2.0',
    });
    new CfnPermission(this, 'Permission', {
      action: 'lambda:InvokeFunction',
      functionName: server.lambda.functionName,
      principal: 'apigateway.amazonaws.com',
      sourceArn: `arn:aws:execute-api:${stage.region}:${stage.account}:${httpApiId}/*/*`,
    });
    for (const path of routePathsOf(contract)) {
      new CfnRoute(this, path, {
        apiId: httpApiId,
        routeKey: `ANY ${path}`,
        target: `integrations/${integration.ref}`,
        authorizationType: 'NONE',
      });
    }
  }
}
