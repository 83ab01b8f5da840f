/**
 * Keeps the page of a live room up to date without reloading it. The page is complete without this script.
 *
 * Whatever somebody may be reading stays where it is: new entries wait until the reader asks for them, and so does the
 * order of events at the end. Only what is changed in its own place changes by itself.
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
  const news = live.querySelector('[data-live-news]');
  const pill = live.querySelector('[data-live-show]');
  const order = live.querySelector('[data-live-order]');

  /** The server gives a sign of life every 15 s; after this many milliseconds of silence we fetch. */
  const SILENCE = 20_000;
  const POLL = { announced: 10_000, running: 5_000, ended: 60_000 };

  let cursor = Number(live.dataset.cursor);
  let stage = live.dataset.stage;
  let heard = 0;
  let failures = 0;
  let events = null;
  /** Entries that the reader has not asked for yet, by number. */
  const waiting = new Map();

  const isOver = () => stage === 'ended' || stage === 'withdrawn';
  /** Whether an entry at the top would move others that can be seen. */
  const isReading = () => list.firstElementChild !== null && list.getBoundingClientRect().top < innerHeight;
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
      return list.reversed ? seq < entry.seq : seq > entry.seq;
    });
    list.insertBefore(added, after ?? null);
  }

  /** A change above the entries does not move them. Browsers see to that by themselves, but not at the top of a page. */
  function steadily(change) {
    const before = list.getBoundingClientRect().top;
    change();
    const moved = list.getBoundingClientRect().top - before;
    const helped = scrollY > 0 && CSS.supports('overflow-anchor', 'auto');
    if (moved !== 0 && isReading() && !helped) scrollBy({ top: moved, behavior: 'instant' });
  }

  function showWaiting() {
    for (const entry of [...waiting.values()].sort((one, other) => one.seq - other.seq)) insert(entry);
    waiting.clear();
    label();
  }

  function label() {
    const words = isOver() ? '直播已结束，从头看' : `有 ${waiting.size} 条新内容`;
    pill.hidden = isOver() ? !list.reversed : waiting.size === 0;
    pill.textContent = pill.hidden ? '' : words;
    order.hidden = !pill.hidden || !list.reversed;
    follow();
  }

  /** The button is in its place at the head of the entries, or floats where that is out of sight. */
  const follow = () => news.classList.toggle('is-away', news.getBoundingClientRect().top < 0);

  function apply(message) {
    if (!(message.cursor > cursor)) return;
    // Something in between was missed: only the whole list can close the gap.
    if (message.since > cursor) return void fetchAll().catch(() => (heard = 0));
    const wasOver = isOver();
    stage = message.stage;
    steadily(() => (head.innerHTML = message.head));
    if (stage === 'withdrawn') {
      waiting.clear();
      list.replaceChildren();
    }
    for (const entry of message.entries) {
      if (entry.cursor <= cursor) continue;
      const old = shown(entry.seq);
      if (old) old.replaceWith(element(entry.html));
      else if (list.reversed && isReading()) waiting.set(entry.seq, entry);
      else insert(entry);
    }
    cursor = message.cursor;
    if (isOver() && !wasOver) events?.close();
    // Where there is nothing to read, nothing can be moved.
    if (isOver() && !isReading()) putInOrder();
    live.querySelector('[data-live-empty]')?.remove();
    label();
  }

  /** The order of events, as the page has it once the room is closed. */
  function putInOrder() {
    // All the entries move, and none of them is new.
    list.setAttribute('aria-live', 'off');
    list.reversed = false;
    list.append(...[...list.children].sort((one, other) => one.dataset.seq - other.dataset.seq));
    showWaiting();
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
    if (isOver()) putInOrder();
    else showWaiting();
    const first = list.firstElementChild;
    if (!first) return;
    // The button is gone: who goes on by the keyboard, or listens, goes on at the first of what it has shown.
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: 'nearest' });
  });
  addEventListener('scroll', follow, { passive: true });

  listen();
  setTimeout(poll, POLL[stage] ?? POLL.running);
})();
