import { REFRESH_SCRIPT } from './refresh-script';

/** Sends the forms of the page as JSON; numbers and empty fields keep their meaning. Then shows the new state. */
export const TRAFFIC_SCRIPT = `
const send = async (path, method, body) => {
  const answer = await fetch(path, { method, body: body && JSON.stringify(body) });
  const note = document.querySelector('[data-note]');
  note.textContent = answer.ok ? '已生效。' : (await answer.json()).error;
  if (answer.ok) location.reload();
};
for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const body = {};
    for (const field of form.elements) {
      if (!field.name || (field.value === '' && field.dataset.empty !== 'null')) continue;
      if (field.value === field.dataset.was) continue;
      body[field.name] = field.value === '' ? null : field.dataset.list ? field.value.trim().split(/[\\s,，]+/) : field.dataset.number ? Number(field.value) : field.dataset.flag ? field.value === 'true' : field.value;
    }
    send(form.dataset.path, 'POST', body);
  });
}
document.querySelector('[data-clear]').addEventListener('click', () => send('/_faults', 'DELETE'));
${REFRESH_SCRIPT}`;
