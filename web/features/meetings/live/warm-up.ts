/**
 * Loads what shows on a press only, while there is a connection: a chunk that cannot be fetched in the middle of a meeting
 * would take the page with it.
 */
export function warmUp(): void {
  const parts = [
    import('./end-dialog.tsx'),
    import('./sheet.tsx'),
    import('../../../ui/tooltip-popup.tsx'),
    import('../../../ui/menu.tsx'),
    import('../../../ui/shortcut-list.tsx'),
    import('../../../ui/toaster.tsx'),
  ];
  for (const part of parts) part.catch(() => undefined);
}
