import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { client } from '../../../lib/api.ts';
import { asProblem } from '../../../ui/problem.ts';
import { refusalWords } from '../../../ui/states.tsx';
import { keepMeeting, meetingQuery, minutesQuery } from '../queries.ts';

const CHANGED = 409;
/** A pause in typing. */
const PAUSE_MS = 800;

/**
 * The summary as it is typed, saved in the pauses. The meeting's version moves with much else, so a conflict is one only when
 * somebody wrote another summary meanwhile; then the person chooses.
 */
export function useSummary(meeting: MeetingDetail) {
  const { companyId, meetingId } = meeting;
  const queryClient = useQueryClient();
  const [text, setText] = useState(meeting.summary);
  const [theirs, setTheirs] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  /** What the typed text began from, as the server had it. */
  const base = useRef(meeting.summary);
  const latest = useRef(text);
  latest.current = text;
  const query = meetingQuery({ companyId, meetingId });

  const send = async (summary: string): Promise<void> => {
    const { v } = queryClient.getQueryData(query.queryKey) ?? meeting;
    const saved = await client.meetings.summarize({ companyId, meetingId, v, summary });
    base.current = saved.summary;
    keepMeeting(queryClient, saved);
    await queryClient.invalidateQueries({ queryKey: minutesQuery(meeting).queryKey });
  };
  const save = async (summary: string): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await send(summary).catch(async (error: unknown) => {
        if (asProblem(error)?.status !== CHANGED) throw error;
        const now = await queryClient.fetchQuery({ ...query, staleTime: 0 });
        if (now.summary === base.current) return send(summary);
        base.current = now.summary;
        setTheirs(now.summary);
      });
    } catch (error) {
      setProblem(refusalWords(error));
    } finally {
      setBusy(false);
    }
  };
  const isDirty = text.trim() !== base.current;
  useEffect(() => {
    if (!isDirty || theirs !== undefined || busy || problem) return undefined;
    const timer = setTimeout(() => void save(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return {
    text,
    type: (next: string) => {
      setProblem(undefined);
      setText(next);
    },
    /** Saves now what is typed: before the minutes are closed. */
    flush: () => (latest.current.trim() === base.current ? Promise.resolve() : save(latest.current.trim())),
    isDirty,
    busy,
    problem,
    retry: () => void save(text.trim()),
    theirs,
    settle: (keep: 'mine' | 'theirs') => {
      if (keep === 'theirs' && theirs !== undefined) setText(theirs);
      setTheirs(undefined);
    },
  };
}

export type Summary = ReturnType<typeof useSummary>;
