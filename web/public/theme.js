// Runs before the first paint (a blocking script, because the CSP allows no inline one). web/lib/theme.ts owns the rules.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is closed in some private windows: follow the system then
    }
  };
  const root = document.documentElement;
  const chosen = read('fairlead-theme');
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
})();
