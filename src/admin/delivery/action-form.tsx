import { Box, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState, type ReactElement } from 'react';
import { InstantInput } from '../components/instant-input';
import type { Failure } from '../newsroom/failure';
import { useActMutation } from '../newsroom/newsroom-api';
import type { Delivery } from '../newsroom/shapes';
import { useAct } from '../newsroom/use-act';
import { toChinaLocal } from '../time/china-local';
import { actionBody } from './action-body';
import { ActionEnd } from './action-end';
import { AddressField } from './address-field';
import type { ActionInput, DeliveryAction } from './delivery-actions';

/** A removal has several fields and a form of its own. */
type FieldInput = Exclude<ActionInput, 'removal'>;

/** What may become of those that wait for a cancelled delivery. */
const DEPENDANTS: readonly (readonly [value: string, label: string])[] = [
  ['hold', '先保留，等人处理'],
  ['cancel', '一起取消'],
  ['release', '不再等它，按各自时间发出'],
];

const LABELS: Readonly<Record<Exclude<FieldInput, 'none'>, string>> = {
  time: '新的时间（北京时间）',
  reason: '理由',
  address: '平台上的网址',
  dependants: '在等它的渠道',
};

interface Props {
  readonly delivery: Delivery;
  readonly action: DeliveryAction & { readonly input: FieldInput };
  readonly onDone: () => void;
}

/** One chosen action: what it will do, what it needs, and the button that does it. */
export function ActionForm({ delivery, action, onDone }: Props) {
  const [text, setText] = useState(() =>
    action.input === 'time' ? toChinaLocal(Math.max(Date.parse(delivery.dueAt), Date.now() + 60_000)) : '',
  );
  const [asked, setAsked] = useState(false);
  /** Why the server wants somebody to look himself; null while it does not. */
  const [doubt, setDoubt] = useState<string | null>(null);
  const [request, { isLoading }] = useActMutation();
  const act = useAct();
  const reading = actionBody(action, text, doubt !== null);
  const error = asked ? (reading.obstacle ?? undefined) : undefined;

  const submit = async () => {
    setAsked(true);
    if (reading.body === null) return;
    const sent = request({ id: delivery.id, verb: action.verb, body: reading.body }).unwrap();
    const doubted = ({ vouchable, message }: Failure) => setDoubt(vouchable ? message : null);
    if (await act(sent, `${action.label}：已完成。`, doubted)) onDone();
  };

  return (
    <Box background="neutral100" padding={4} hasRadius width="100%">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography>{action.effect}</Typography>
        <ActionField
          input={action.input}
          value={text}
          onChange={(value) => {
            setText(value);
            setDoubt(null);
          }}
          error={error}
        />
        <ActionEnd
          doubt={doubt}
          label={doubt === null ? `确定${action.label}` : '已核对，照样登记'}
          severe={action.severe}
          isLoading={isLoading}
          onSubmit={() => void submit()}
          onBack={onDone}
        />
      </Flex>
    </Box>
  );
}

interface FieldProps {
  readonly input: FieldInput;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

function ActionField({ input, value, onChange, error }: FieldProps): ReactElement | null {
  if (input === 'none') return null;
  if (input === 'time') return <InstantInput label={LABELS.time} value={value} onChange={onChange} error={error} />;
  if (input === 'dependants') {
    return (
      <SingleSelect aria-label={LABELS.dependants} value={value || 'hold'} onChange={(wish) => onChange(String(wish))}>
        {DEPENDANTS.map(([wish, label]) => (
          <SingleSelectOption key={wish} value={wish}>
            {label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    );
  }
  if (input === 'address')
    return <AddressField label={LABELS.address} value={value} onChange={onChange} error={error} />;
  return (
    <Field.Root error={error} gap={1}>
      <Field.Label>{LABELS[input]}</Field.Label>
      <Field.Input
        maxLength={200}
        value={value}
        onChange={(event: { readonly target: { readonly value: string } }) => onChange(event.target.value)}
        onKeyDown={(event: { readonly key: string; preventDefault(): void }) => {
          // Inside the editor, Enter would save the entry.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <Field.Error />
    </Field.Root>
  );
}
