import { Checkbox, Field, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { TextField } from '../../components/text-field';
import type { AccountDraft } from './account-draft';
import { ColourField } from './colour-field';
import { SETTING_FIELDS, type SettingField } from './account-fields';

interface Props {
  readonly draft: AccountDraft;
  readonly onChange: (changes: Partial<AccountDraft>) => void;
  /** Only those for which this is true. */
  readonly only?: (field: SettingField) => boolean;
}

/** How an account looks and how often it may publish. */
export function SettingFields({ draft, onChange, only = () => true }: Props) {
  const set = (name: string, value: string | boolean) => onChange({ settings: { ...draft.settings, [name]: value } });
  return (
    <Grid.Root gap={3}>
      {(SETTING_FIELDS[draft.publisher] ?? []).filter(only).map((field) => (
        <Grid.Item key={field.name} col={6} xs={12} alignItems="flex-start">
          <OneSetting
            field={field}
            value={draft.settings[field.name] ?? ''}
            onChange={(value) => set(field.name, value)}
          />
        </Grid.Item>
      ))}
    </Grid.Root>
  );
}

interface OneProps {
  readonly field: SettingField;
  readonly value: string | boolean;
  readonly onChange: (value: string | boolean) => void;
}

function OneSetting({ field, value, onChange }: OneProps) {
  const { label, hint, kind } = field;
  if (kind === 'switch') {
    return (
      <Field.Root gap={1} hint={hint} width="100%">
        <Checkbox checked={value === true} onCheckedChange={(checked) => onChange(checked === true)}>
          {label}
        </Checkbox>
        <Field.Hint />
      </Field.Root>
    );
  }
  if (kind === 'choice') {
    return (
      <Field.Root gap={1} hint={hint} width="100%">
        <Field.Label>{label}</Field.Label>
        <SingleSelect size="S" value={String(value)} onChange={(chosen) => onChange(String(chosen))}>
          {field.choices.map(([choice, title]) => (
            <SingleSelectOption key={choice} value={choice}>
              {title}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
    );
  }
  if (kind === 'colour') return <ColourField label={label} hint={hint} value={String(value)} onChange={onChange} />;
  return <TextField label={label} hint={hint} type={kind} value={String(value)} onChange={onChange} />;
}
