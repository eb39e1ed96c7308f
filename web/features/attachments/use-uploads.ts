import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { contentTypeOf, ENDINGS, MOST_BYTES, NOT_TAKEN } from '../../../shared/attachments/file-kinds.ts';
import type { Carrier } from '../../../shared/kernel/on-carrier.ts';
import { client } from '../../lib/api.ts';
import { sha256Of, UploadFailed, upload } from '../../lib/upload.ts';
import { fileError } from '../../ui/file-rules.ts';
import { refusalWords } from '../../ui/states.tsx';
import { refreshAttachments } from './queries.ts';

/** A file on its way, or one that was refused and says why. */
export interface Uploading {
  key: number;
  file: File;
  /** Bytes that have left. */
  sent: number;
  refusal?: string;
  /** Whether the same file may be sent once more. */
  again?: boolean;
}

const RULES = { accept: ENDINGS, maxBytes: MOST_BYTES };
/** Two dozen endings would say less than what they are for. */
const refusalOf = (file: File) => (contentTypeOf(file.name) ? fileError(file, RULES) : NOT_TAKEN);
const CALLED_OFF = new DOMException('Called off', 'AbortError');

const wordsOf = (error: unknown) => (error instanceof UploadFailed ? error.message : refusalWords(error));

/** Files being attached to a record, one after the other; those refused stay with the reason until they are let go. */
export function useUploads(record: Carrier) {
  const queryClient = useQueryClient();
  const [files, setFiles] = useState<readonly Uploading[]>([]);
  const queue = useRef(Promise.resolve());
  const running = useRef(new Map<number, AbortController>());
  const nextKey = useRef(0);
  const set = (key: number, some: Partial<Uploading>) =>
    setFiles((now) => now.map((one) => (one.key === key ? { ...one, ...some } : one)));
  const drop = (key: number) => setFiles((now) => now.filter((one) => one.key !== key));

  const send = async ({ key, file }: Uploading, signal: AbortSignal) => {
    signal.throwIfAborted();
    const announced = { ...record, name: file.name, bytes: file.size, sha256: await sha256Of(file) };
    const { attachmentId, v } = await client.attachments.add(announced);
    const one = { ...record, attachmentId };
    await upload(await client.attachments.upload(one), file, { signal, onProgress: (sent) => set(key, { sent }) });
    await client.attachments.finish({ ...one, v });
    await refreshAttachments(queryClient, record);
  };

  const run = async (one: Uploading, { signal }: AbortController) => {
    try {
      await send(one, signal);
      drop(one.key);
    } catch (error) {
      if (error !== CALLED_OFF) set(one.key, { refusal: wordsOf(error), again: true, sent: 0 });
    } finally {
      running.current.delete(one.key);
    }
  };
  const enqueue = (one: Uploading) => {
    const stop = new AbortController();
    running.current.set(one.key, stop);
    queue.current = queue.current.then(() => run(one, stop));
  };

  const attach = (chosen: readonly File[]) => {
    const taken = chosen.map((file): Uploading => {
      nextKey.current += 1;
      const refusal = refusalOf(file);
      return { key: nextKey.current, file, sent: 0, ...(refusal ? { refusal } : {}) };
    });
    setFiles((now) => [...now, ...taken]);
    for (const one of taken) if (!one.refusal) enqueue(one);
  };
  return {
    files,
    attach,
    /** Calls an upload off, or lets go of one that was refused. What was announced of it, the clock clears away. */
    letGo: (key: number) => {
      running.current.get(key)?.abort(CALLED_OFF);
      drop(key);
    },
    retry: (one: Uploading) => {
      set(one.key, { refusal: undefined, again: undefined });
      enqueue(one);
    },
  };
}
