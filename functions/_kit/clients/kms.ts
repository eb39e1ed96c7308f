import { KMSClient } from '@aws-sdk/client-kms';
import { perKeys } from './aws.ts';

/** KMS under the function's own role: which encryption contexts it may use is told by the role. */
export const kms = perKeys((config) => new KMSClient(config));
