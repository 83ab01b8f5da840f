import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useDeliveriesQuery } from '../newsroom/newsroom-api';
import { publishedChoices } from './published-choices';

/** The newest that are offered; the server gives no more at a time. */
const OFFERED = 500;

interface Props {
  readonly account: string;
  /** The explainer that leaves. */
  readonly except: string;
  readonly value: string;
  readonly onChange: (explainer: string) => void;
}

/** Another explainer that readers find on the same site now, by its title. */
export function PublishedChoice({ account, except, value, onChange }: Props) {
  const { data, isLoading } = useDeliveriesQuery({ states: ['published'], account, limit: OFFERED });
  const choices = publishedChoices(data?.items ?? [], except);
  return (
    <Field.Root gap={1} required>
      <Field.Label>转到的解读</Field.Label>
      <Combobox
        value={value}
        onChange={onChange}
        onClear={() => onChange('')}
        clearLabel="清除"
        placeholder="输入标题中的字，选择一篇已发布的解读"
        loading={isLoading}
        loadingMessage="正在加载"
        noOptionsMessage={() => '没有这样的已发布解读'}
        autocomplete={{ type: 'list', filter: 'contains' }}
      >
        {choices.map(({ id, title }) => (
          <ComboboxOption key={id} value={id} textValue={title}>
            {title}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
}
