/**
 * Keeps every element with `data-live` up to date: asks for the page again every two seconds and replaces only what has
 * changed, so that nothing flickers and the reader's place is kept. Rests while the page is hidden.
 */
export const REFRESH_SCRIPT = `
setInterval(async () => {
  if (document.hidden) return;
  try {
    const page = await (await fetch(location.href)).text();
    const fresh = new DOMParser().parseFromString(page, 'text/html');
    for (const now of document.querySelectorAll('[data-live]')) {
      const next = fresh.querySelector('[data-live="' + now.dataset.live + '"]');
      if (next && next.innerHTML !== now.innerHTML) now.innerHTML = next.innerHTML;
    }
  } catch { /* the sandbox is restarting: the next round finds it again */ }
}, 2000);
`;
