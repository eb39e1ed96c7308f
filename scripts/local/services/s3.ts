import type { AccessRequest } from '../aws/iam.ts';
import type { QueuesAndFiles } from '../engines/fauxqs.ts';
import { type AwsCall, type AwsService, ServiceError } from '../gateway/aws-call.ts';
import type { HttpReply, HttpRequest } from '../gateway/http.ts';

/** S3, path style: judged here, done by the engine. Buckets come from the templates alone. */
export class S3 implements AwsService {
  readonly #engine: QueuesAndFiles;

  constructor(engine: QueuesAndFiles) {
    this.#engine = engine;
  }

  operationOf(request: HttpRequest): string {
    const { key } = placeOf(request);
    const query = new URLSearchParams(request.query);
    const name = `${request.method} ${key === '' ? 'bucket' : 'object'}`;
    if (name === 'PUT object') {
      if (query.has('partNumber')) return 'UploadPart';
      return request.headers['x-amz-copy-source'] ? 'CopyObject' : 'PutObject';
    }
    if (name === 'POST object') return query.has('uploadId') ? 'CompleteMultipartUpload' : 'CreateMultipartUpload';
    if (name === 'DELETE object') return query.has('uploadId') ? 'AbortMultipartUpload' : 'DeleteObject';
    if (name === 'POST bucket' && query.has('delete')) return 'DeleteObjects';
    const simple: Record<string, string> = {
      'GET object': 'GetObject',
      'HEAD object': 'HeadObject',
      'GET bucket': 'ListObjectsV2',
      'HEAD bucket': 'HeadBucket',
    };
    return simple[name] ?? name;
  }

  /** Rights as S3 names them: reading a HEAD is GetObject, listing is ListBucket with its prefix as a condition key. */
  access({ operation, request }: AwsCall): AccessRequest[] {
    const { bucket, key } = placeOf(request);
    const object = (action: string, name = key, inBucket = bucket): AccessRequest => ({
      action: `s3:${action}`,
      resource: `arn:aws:s3:::${inBucket}/${name}`,
      context: {},
    });
    switch (operation) {
      case 'GetObject':
      case 'HeadObject':
        return [object('GetObject')];
      case 'PutObject':
      case 'CreateMultipartUpload':
      case 'UploadPart':
      case 'CompleteMultipartUpload':
        return [object('PutObject')];
      case 'CopyObject': {
        const source = placeOf({ path: `/${String(request.headers['x-amz-copy-source']).replace(/^\//, '')}` });
        return [object('GetObject', source.key, source.bucket), object('PutObject')];
      }
      case 'DeleteObject':
      case 'AbortMultipartUpload':
        return [object(operation)];
      case 'DeleteObjects':
        return keysIn(request.body.toString()).map((name) => object('DeleteObject', name));
      case 'ListObjectsV2':
      case 'HeadBucket':
        return [{ action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}`, context: listContext(request) }];
      default:
        throw new ServiceError('NotImplemented', `The local cloud does not answer s3 ${operation}.`, 501);
    }
  }

  async handle({ request }: AwsCall): Promise<HttpReply> {
    return this.#engine.handle(request);
  }
}

/** Bucket and key of a path-style request. */
export function placeOf({ path }: Pick<HttpRequest, 'path'>): { bucket: string; key: string } {
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  try {
    return { bucket, key: decodeURIComponent(key) };
  } catch {
    throw new ServiceError('InvalidURI', "Couldn't parse the specified URI.");
  }
}

function listContext({ query }: HttpRequest): Record<string, string> {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries(
    ['prefix', 'delimiter', 'max-keys'].flatMap((name) => {
      const value = parameters.get(name);
      return value === null ? [] : [[`s3:${name}`, value]];
    }),
  );
}

function keysIn(xml: string): string[] {
  const unescaped = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  const keys = [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => unescaped(key));
  if (keys.length === 0) throw new ServiceError('MalformedXML', 'The XML you provided was not well-formed.');
  return keys;
}
