/** Focuses a field of a form; the path of several goes to the first. */
export function focusField(form: HTMLElement | null, path: string) {
  const fields = [...(form?.querySelectorAll('[data-field]') ?? [])];
  const pathOf = (element: Element) => element.getAttribute('data-field') ?? '';
  const field =
    fields.find(element => pathOf(element) === path) ??
    fields.find(element => pathOf(element).startsWith(`${path}.`)) ??
    // A value without a field of its own belongs to the group that it stands in.
    [...fields]
      .reverse()
      .find(element => path.startsWith(`${pathOf(element)}.`));
  const details = field?.closest('details');
  if (details) details.open = true;
  field?.scrollIntoView({ block: 'center' });
  field
    ?.querySelector<HTMLElement>(
      'input:not([type="hidden"]), textarea, button, [role="spinbutton"]',
    )
    ?.focus();
}
