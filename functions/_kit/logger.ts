import { Logger } from '@aws-lambda-powertools/logger';

/**
 * JSON lines. Every line may carry mspId, companyId, requestId, operation; no line carries names, mail addresses, tokens
 * or what a vendor sent.
 */
export const logger = new Logger({ serviceName: 'fairlead', logLevel: 'INFO' });

/** What of an unknown error may be logged: its name, code and where it was thrown, never its data. */
export function failure(error: unknown): { name: string; code?: string; stack?: string; message?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as { code?: unknown }).code;
  return {
    name: error.name,
    message: error.message.slice(0, 500),
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.stack ? { stack: error.stack.split('\n').slice(1, 8).join('\n') } : {}),
  };
}
