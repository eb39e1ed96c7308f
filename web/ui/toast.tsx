import { lazy, Suspense, useSyncExternalStore } from 'react';

const Toaster = lazy(() => import('./toaster.tsx'));

export type ToastMessage = {
  /** The same id replaces the toast on screen: one per thing that moves, never one per key press. */
  id?: string;
  /** The button's word in the past: "Shared for approval". */
  title: string;
  detail?: string;
  tone?: 'plain' | 'bad';
  /** Takes it back; shown as Undo. */
  undo?: () => void;
  /** Another way on, such as Retry or Open. */
  action?: { label: string; run: () => void };
};

type Sink = (message: ToastMessage) => void;
let sink: Sink | undefined;
let waiting: readonly ToastMessage[] = [];
const listeners = new Set<() => void>();

/** Shows a message for 6 seconds (longer while hovered or focused). Errors stay until closed. Callable from anywhere. */
export function toast(message: ToastMessage): void {
  if (sink) {
    sink(message);
    return;
  }
  waiting = [...waiting, message];
  for (const listener of listeners) listener();
}

/** The loaded toaster takes over: what waited is handed to it, later toasts go to it directly. */
export function connectToaster(next: Sink): () => void {
  sink = next;
  for (const message of waiting) next(message);
  waiting = [];
  return () => {
    sink = undefined;
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Place once in the app. Weighs nothing until the first toast, which loads the real thing. */
export function ToastHost() {
  const needed = useSyncExternalStore(subscribe, () => waiting.length > 0 || sink !== undefined);
  if (!needed) return null;
  return (
    <Suspense>
      <Toaster />
    </Suspense>
  );
}
