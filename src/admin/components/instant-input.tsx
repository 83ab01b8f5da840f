import { Field } from '@strapi/design-system';
import { fromChinaLocal } from '../time/china-local';
import { formatMoment } from '../time/format-moment';

interface Props {
  readonly label: string;
  /** As a clock in China shows it, `2026-11-23T09:00:00`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

/** A date and time to the second, always in China's time: the browser's own zone plays no part. */
export function InstantInput({ label, value, onChange, error, disabled = false }: Props) {
  // The browser writes the date its own way; said again in ours, a wrong day is noticed.
  const instant = fromChinaLocal(value);
  const hint = instant === null ? undefined : formatMoment(Date.parse(instant), Date.now());
  return (
    <Field.Root error={error} hint={hint} width="100%" gap={1}>
      <Field.Label>{label}</Field.Label>
      <Field.Input
        type="datetime-local"
        step={1}
        size="S"
        value={value}
        disabled={disabled}
        onChange={(event: { readonly target: { readonly value: string } }) => onChange(event.target.value)}
        onKeyDown={(event: { readonly key: string; preventDefault(): void }) => {
          // Inside the editor, Enter would save the entry.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
