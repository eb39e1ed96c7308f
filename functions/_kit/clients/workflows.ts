import { SFNClient } from '@aws-sdk/client-sfn';
import { perKeys } from './aws.ts';

/** Step Functions under the function's own role: only the machines that its FeatureSpec lists. */
export const stepFunctions = perKeys((config) => new SFNClient(config));
