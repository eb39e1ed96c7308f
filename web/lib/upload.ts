/** The server has said no, or nothing was heard of it: what the person is told stands in `message`. */
export class UploadFailed extends Error {
  override name = 'UploadFailed';
}

/** SHA-256 of a file in base64, as S3 checks it. */
export async function sha256Of(file: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}

interface Sending {
  /** How many bytes have left. */
  onProgress: (sent: number) => void;
  signal: AbortSignal;
}

/**
 * Puts a file where a link says, straight into the store of files. `fetch` cannot tell how far an upload is, hence the older way.
 *
 * @throws UploadFailed, or the signal's own reason when it was called off
 */
export function upload(
  { url, headers }: { url: string; headers: Readonly<Record<string, string>> },
  file: Blob,
  { onProgress, signal }: Sending,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const failed = (message: string) => () => reject(new UploadFailed(message));
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
    request.addEventListener('error', failed('The connection broke. Try again.'));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else failed('The file store did not take the file. Try again; if it stays, choose the file anew.')();
    });
    request.addEventListener('abort', () => reject(signal.reason));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) reject(signal.reason);
    else request.send(file);
  });
}
