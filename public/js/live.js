/**
 * Keeps the page of a live room up to date without reloading it. The page is complete without this script.
 *
 * News come as server-sent events; whenever those are silent for too long (no such address, a proxy that holds them
 * back), the list of updates is fetched instead. Both bring the same message, and the cursor makes a message harmless
 * when it comes twice or late, so both may run at once.
 */
(() => {
  const live = document.querySelector('[data-live]');
  if (!live) return;
  const path = live.dataset.live;
  const head = live.querySelector('[data-live-head]');
  const list = live.querySelector('[data-live-entries]');
  const pill = live.querySelector('[data-live-news]');

  /** The server gives a sign of life every 15 s; after this many milliseconds of silence we fetch. */
  const SILENCE = 20_000;
  const POLL = { announced: 10_000, running: 5_000, ended: 60_000 };

  let cursor = Number(live.dataset.cursor);
  let stage = live.dataset.stage;
  let heard = 0;
  let failures = 0;
  let events = null;
  /** Entries that came while somebody was reading further down, by number. */
  const waiting = new Map();

  const isOver = () => stage === 'ended' || stage === 'withdrawn';
  const isReading = () => stage === 'running' && list.getBoundingClientRect().top < -80;
  const shown = (seq) => list.querySelector(`[data-seq="${Number(seq)}"]`);

  function element(html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content.firstElementChild;
  }

  /** Newest first while it runs, in the order of events afterwards. */
  function insert(entry) {
    const added = element(entry.html);
    added.classList.add('is-new');
    const after = [...list.children].find((other) => {
      const seq = Number(other.dataset.seq);
      return isOver() ? seq > entry.seq : seq < entry.seq;
    });
    list.insertBefore(added, after ?? null);
  }

  function showWaiting() {
    for (const entry of [...waiting.values()].sort((one, other) => one.seq - other.seq)) insert(entry);
    waiting.clear();
    label();
  }

  function label() {
    pill.hidden = waiting.size === 0;
    pill.textContent = waiting.size === 0 ? '' : `有 ${waiting.size} 条新内容`;
  }

  function apply(message) {
    if (!(message.cursor > cursor)) return;
    // Something in between was missed: only the whole list can close the gap.
    if (message.since > cursor) return void fetchAll().catch(() => (heard = 0));
    const wasOver = isOver();
    stage = message.stage;
    head.innerHTML = message.head;
    if (stage === 'withdrawn') {
      waiting.clear();
      list.replaceChildren();
    }
    for (const entry of message.entries) {
      if (entry.cursor <= cursor) continue;
      const old = shown(entry.seq);
      if (old) old.replaceWith(element(entry.html));
      else if (isReading()) waiting.set(entry.seq, entry);
      else insert(entry);
    }
    cursor = message.cursor;
    if (isOver() && !wasOver) finish();
    live.querySelector('[data-live-empty]')?.remove();
    label();
  }

  function finish() {
    events?.close();
    list.reversed = false;
    showWaiting();
    list.append(...[...list.children].sort((one, other) => one.dataset.seq - other.dataset.seq));
  }

  function listen() {
    if (!('EventSource' in window)) return;
    events = new EventSource(`${path}events?cursor=${cursor}`);
    const alive = () => (heard = Date.now());
    events.addEventListener('ping', alive);
    events.addEventListener('update', (event) => {
      alive();
      apply(JSON.parse(event.data));
    });
  }

  async function fetchAll() {
    const answer = await fetch(`${path}updates.json`, { cache: 'no-cache' });
    if (!answer.ok) throw new Error(String(answer.status));
    apply(await answer.json());
  }

  async function poll() {
    if (document.visibilityState === 'visible' && Date.now() - heard > SILENCE) {
      try {
        await fetchAll();
        failures = 0;
      } catch {
        // Offline, or the server restarts: the next round asks again, more and more patiently.
        failures = Math.min(failures + 1, 4);
      }
    }
    if (stage === 'withdrawn') return;
    // Up to a fifth more, so that all the readers of a room do not ask in the same second.
    setTimeout(poll, POLL[stage] * 2 ** failures * (1 + Math.random() / 5));
  }

  pill.addEventListener('click', () => {
    showWaiting();
    live.scrollIntoView({ block: 'start' });
    list.querySelector('a')?.focus({ preventScroll: true });
  });
  addEventListener('scroll', () => waiting.size > 0 && !isReading() && showWaiting(), { passive: true });

  listen();
  setTimeout(poll, POLL[stage] ?? POLL.running);
})();
