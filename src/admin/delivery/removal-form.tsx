import { Box, Field, Flex, Radio, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useActMutation } from '../newsroom/newsroom-api';
import type { Delivery } from '../newsroom/shapes';
import { useAct } from '../newsroom/use-act';
import { ActionEnd } from './action-end';
import type { DeliveryAction } from './delivery-actions';
import { PublishedChoice } from './published-choice';
import { removalBody, type Removal } from './removal-body';
import { REMOVAL_KINDS } from './removal-kinds';

interface Props {
  readonly delivery: Delivery;
  readonly action: DeliveryAction;
  readonly onDone: () => void;
}

/** How an explainer leaves the site: what readers find there afterwards, why, and the button that does it. */
export function RemovalForm({ delivery, action, onDone }: Props) {
  const [removal, setRemoval] = useState<Removal>({ kind: 'withdrawn', reason: '', to: '' });
  const [asked, setAsked] = useState(false);
  const [request, { isLoading }] = useActMutation();
  const act = useAct();
  const reading = removalBody(removal);
  const words = REMOVAL_KINDS.find(({ kind }) => kind === removal.kind);

  const submit = async () => {
    setAsked(true);
    if (reading.body === null) return;
    const sent = request({ id: delivery.id, verb: action.verb, body: reading.body }).unwrap();
    if (await act(sent, `${action.label}：已完成。`)) onDone();
  };

  return (
    <Box background="neutral100" padding={4} hasRadius width="100%">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography>{action.effect}</Typography>
        <Radio.Group
          aria-label="撤下的方式"
          value={removal.kind}
          onValueChange={(chosen) => {
            const known = REMOVAL_KINDS.find(({ kind }) => kind === chosen);
            if (known) setRemoval({ ...removal, kind: known.kind });
          }}
        >
          {REMOVAL_KINDS.map(({ kind, label }) => (
            <Radio.Item key={kind} value={kind}>
              {label}
            </Radio.Item>
          ))}
        </Radio.Group>
        <Typography textColor="neutral600" role="status">
          {words?.effect}
        </Typography>
        {removal.kind === 'moved' && (
          <PublishedChoice
            account={delivery.account}
            except={delivery.explainer}
            value={removal.to}
            onChange={(to) => setRemoval({ ...removal, to })}
          />
        )}
        <Field.Root gap={1} hint={words?.reasonHint} required>
          <Field.Label>理由</Field.Label>
          <Field.Input
            maxLength={200}
            value={removal.reason}
            onChange={(event: { readonly target: { readonly value: string } }) =>
              setRemoval({ ...removal, reason: event.target.value })
            }
            onKeyDown={(event: { readonly key: string; preventDefault(): void }) => {
              // Inside the editor, Enter would save the entry.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
          <Field.Hint />
        </Field.Root>
        <ActionEnd
          doubt={asked ? reading.obstacle : null}
          label={`确定${action.label}`}
          severe={action.severe}
          isLoading={isLoading}
          onSubmit={() => void submit()}
          onBack={onDone}
        />
      </Flex>
    </Box>
  );
}
