/**
 * Scrolls to the form field with this path (`title`, `images.2.alt`) and puts the cursor into it. The editor names its
 * inputs by their path; parts that are folded away have no input yet, so the nearest one around them is shown.
 */
export function showField(path: string): void {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = CSS.escape(parts.slice(0, length).join('.'));
    const input = document.querySelector<HTMLElement>(`[name="${name}"], [id="${name}"], [name^="${name}."]`);
    if (!input) continue;
    input.scrollIntoView({ behavior: 'smooth', block: 'center' });
    input.focus({ preventScroll: true });
    return;
  }
}
