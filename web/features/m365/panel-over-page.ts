/** A panel beside a page of tabs, which scrolls as a whole: it lies over the page. */
export const PANEL_OVER_PAGE = 'lg:fixed lg:inset-y-0 lg:right-0 lg:z-30 lg:shadow-pop';
