import { REFRESH_SCRIPT } from './refresh-script';

/** Sends what is written, or the wish to follow, and looks for the answer sooner than the page would by itself. */
export const CHAT_SCRIPT = `
const chat = document.querySelector('[data-live="chat"]');
const look = async () => {
  const page = await (await fetch(location.href)).text();
  const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('[data-live="chat"]');
  if (fresh && fresh.innerHTML !== chat.innerHTML) chat.innerHTML = fresh.innerHTML;
  chat.lastElementChild?.scrollIntoView({ block: 'nearest' });
};
const send = async (body) => {
  await fetch('/_messages', { method: 'POST', body: JSON.stringify(body) });
  await look();
  for (const later of [300, 900]) setTimeout(look, later);
};
const form = document.querySelector('form');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = form.elements.text.value.trim();
  form.elements.text.value = '';
  if (text !== '') send({ text });
});
document.querySelector('[data-follow]').addEventListener('click', () => send({ follow: true }));
chat.lastElementChild?.scrollIntoView({ block: 'nearest' });
${REFRESH_SCRIPT}`;
