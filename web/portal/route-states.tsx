import { type ErrorComponentProps, useParams, useRouter } from '@tanstack/react-router';
import { LinkButton } from '../ui/link-button.tsx';
import { asProblem } from '../ui/problem.ts';
import { EmptyState, ErrorState } from '../ui/states.tsx';

const NOT_FOUND = 404;

/** Nothing is at this address, or it is not yours to see: both read the same. The way back stays in this portal. */
export function NotFound() {
  const { mspSlug } = useParams({ strict: false });
  return (
    <>
      <h1 className="sr-only">Client portal</h1>
      <EmptyState
        title="There is nothing here"
        action={mspSlug ? <LinkButton href={`/portal/${mspSlug}`}>Go to the first page</LinkButton> : undefined}
      >
        The address may be mistyped. Your MSP can send you the right one.
      </EmptyState>
    </>
  );
}

/** A page that could not load: what happened, and a way to try again. */
export function LoadError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (asProblem(error)?.status === NOT_FOUND) return <NotFound />;
  return (
    <>
      <h1 className="sr-only">Client portal</h1>
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
