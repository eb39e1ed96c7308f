import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { stackName } from '../names.ts';
import type { Stage } from '../stages.ts';

/** Runs at CloudFront's edge. What a caller writes into the header himself is overwritten. */
const SOURCE = `function handler(event) {
  var request = event.request;
  request.headers['x-viewer-address'] = { value: event.viewer.ip };
  return request;
}
`;

/**
 * Tells the API from which address a request comes: to API Gateway every caller has an address of CloudFront, and locks and
 * audit rows would name that one for all.
 */
export function viewerAddress(scope: Construct, stage: Stage): EdgeFunction {
  return new EdgeFunction(scope, 'ViewerAddress', {
    functionName: stackName(stage, 'viewer-address'),
    comment: 'Address of the caller, for the API',
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(SOURCE),
  });
}
