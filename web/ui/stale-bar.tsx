/** A thin running bar on top of data that is being fetched anew; the old data stays. The parent must be `relative`. */
export function StaleBar() {
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 top-0 z-3 h-0.5 animate-late overflow-hidden">
      <span className="sr-only">Refreshing</span>
      <div className="h-full w-1/4 animate-stale rounded-full bg-accent" />
    </div>
  );
}
