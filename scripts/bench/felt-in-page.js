// Runs in a page before anything of it: notes presses, frames and long tasks until somebody takes the notes.
(() => {
  const nothing = () => ({ interaction: 0, frames: [], tasks: [] });
  let felt = nothing();
  const observe = (type, hear) =>
    new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({
      type,
      buffered: true,
      durationThreshold: 16,
    });
  observe('event', ({ interactionId, duration }) => {
    if (interactionId) felt.interaction = Math.max(felt.interaction, duration);
  });
  observe('longtask', ({ duration }) => felt.tasks.push(duration));
  let last = performance.now();
  const frame = (now) => {
    felt.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.takeFelt = () => {
    const taken = felt;
    felt = nothing();
    return taken;
  };
  // Timings of a press come with the frame after it.
  window.takeFeltLater = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(window.takeFelt()), 0)));
    });
})();
