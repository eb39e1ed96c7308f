import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { client } from '../../../lib/api.ts';
import { refusalWords } from '../../../ui/states.tsx';
import { keepMeeting, meetingQuery, minutesQuery } from '../queries.ts';
import { inTurn } from './use-minutes.ts';
import { writeSummary } from './write-summary.ts';

/** A pause in typing. */
const PAUSE_MS = 800;
const UNSETTLED = 'Somebody changed the summary meanwhile. Choose first which one stays.';

/** The summary as it is typed, saved in the pauses. Where somebody wrote another one meanwhile, the person chooses. */
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

  /** Why the last try saved nothing. */
  const last = useRef<Promise<string | undefined>>(Promise.resolve(undefined));

  const put = async (summary: string): Promise<string> => {
    const { v } = queryClient.getQueryData(query.queryKey) ?? meeting;
    const saved = await client.meetings.summarize({ companyId, meetingId, v, summary });
    keepMeeting(queryClient, saved);
    return saved.summary;
  };
  const reload = async () => (await queryClient.fetchQuery({ ...query, staleTime: 0 })).summary;
  // In turn with corrections: each answer brings the whole meeting, which must not be older than theirs.
  const { mutateAsync: write } = useMutation({
    ...inTurn(meetingId),
    mutationFn: (summary: string) => writeSummary(summary, base.current, { put, reload }),
  });
  const tried = async (summary: string): Promise<string | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const written = await write(summary);
      if ('theirs' in written) {
        base.current = written.theirs;
        setTheirs(written.theirs);
        return UNSETTLED;
      }
      base.current = written.summary;
      await queryClient.invalidateQueries({ queryKey: minutesQuery(meeting).queryKey });
      return undefined;
    } catch (error) {
      const why = refusalWords(error);
      setProblem(why);
      return `The summary is not saved. ${why}`;
    } finally {
      setBusy(false);
    }
  };
  const save = (summary: string): Promise<string | undefined> => {
    last.current = tried(summary);
    return last.current;
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
    /** Saves now what is typed, before the minutes are closed. Gives a sentence when it is not saved. */
    flush: async (): Promise<string | undefined> => {
      if ((await last.current) === UNSETTLED) return UNSETTLED;
      const summary = latest.current.trim();
      return summary === base.current ? undefined : save(summary);
    },
    isDirty,
    busy,
    problem,
    retry: () => void save(text.trim()),
    theirs,
    settle: (keep: 'mine' | 'theirs') => {
      if (keep === 'theirs' && theirs !== undefined) setText(theirs);
      setTheirs(undefined);
      last.current = Promise.resolve(undefined);
    },
  };
}

export type Summary = ReturnType<typeof useSummary>;
