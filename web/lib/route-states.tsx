import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { LinkButton } from '../ui/link-button.tsx';
import { asProblem } from '../ui/problem.ts';
import { EmptyState, ErrorState } from '../ui/states.tsx';

/** Nothing is at this address, or it is not yours to see: both read the same. */
export function NotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState title="There is nothing here" action={<LinkButton href="/">Go to the overview</LinkButton>}>
        The address may be mistyped, or the record is not yours to see.
      </EmptyState>
    </>
  );
}

/** A page that could not load: what happened, and a way to try again. */
export function LoadError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (asProblem(error)?.status === 404) return <NotFound />;
  return (
    <>
      <h1 className="sr-only">This page could not be opened</h1>
      <ErrorState
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </>
  );
}
