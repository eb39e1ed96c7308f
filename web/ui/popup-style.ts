/** The face of every floating layer: menus, selects, popovers. The only place besides dialogs and toasts with a shadow. */
export const popupStyle =
  'origin-(--transform-origin) rounded-card border border-line bg-surface text-ink text-control shadow-pop outline-none transition-[opacity,scale] duration-100 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0';

/** One row of a floating list, but for its size. `data-highlighted` is set by Base UI for pointer and arrow keys alike. */
const row =
  'relative flex touch:min-h-11 max-sm:min-h-11 select-none items-center gap-2 rounded-control px-2 outline-none data-highlighted:bg-hover data-disabled:text-ink-3 [&_svg]:size-4 [&_svg]:shrink-0';
export const popupItemStyle = `${row} min-h-8 text-control`;
/** Rows of the palette: a little higher, and their words larger. */
export const paletteItemStyle = `${row} min-h-9 text-body`;
