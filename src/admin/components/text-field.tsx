import { Field } from '@strapi/design-system';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'number' | 'date';
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly maxLength?: number;
}

/** One line to fill in. What is typed into a `password` is neither shown nor offered by the browser again. */
export function TextField({ label, value, onChange, type = 'text', hint, required = false, ...input }: Props) {
  return (
    <Field.Root width="100%" gap={1} hint={hint} required={required}>
      <Field.Label>{label}</Field.Label>
      <Field.Input
        type={type}
        size="S"
        value={value}
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        onChange={(event: { readonly target: { readonly value: string } }) => onChange(event.target.value)}
        {...input}
      />
      <Field.Hint />
    </Field.Root>
  );
}
