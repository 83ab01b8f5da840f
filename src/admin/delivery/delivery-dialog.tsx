import { Button, Flex, Link, Loader, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { FailureNote } from '../components/failure-note';
import { HashMark } from '../components/hash-mark';
import { Moment } from '../components/moment';
import { ProblemList } from '../components/problem-list';
import { ReceiptLink } from '../components/receipt-link';
import { StateChip } from '../components/state-chip';
import { useAccountsQuery, useDeliveryQuery } from '../newsroom/newsroom-api';
import type { Delivery } from '../newsroom/shapes';
import { useRefreshInterval } from '../newsroom/use-refresh-interval';
import { useRights } from '../newsroom/use-rights';
import { ActionForm } from './action-form';
import { RemovalForm } from './removal-form';
import { AttemptTimeline } from './attempt-timeline';
import { channelTitle } from './channel-title';
import { actionsFor, type DeliveryAction } from './delivery-actions';
import { STATE_LOOKS } from './state-looks';

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** Everything about one delivery, and what a person may do with it now. */
export function DeliveryDialog({ id, onClose }: Props) {
  const { data, error } = useDeliveryQuery(id, { pollingInterval: useRefreshInterval() });
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{data ? `${channelTitle(data)}：${data.explainerTitle}` : '投放'}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {data ? <Details delivery={data} /> : error ? <FailureNote error={error} /> : <Loader>正在加载</Loader>}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Details({ delivery }: { readonly delivery: Delivery }) {
  const [chosen, setChosen] = useState<DeliveryAction | null>(null);
  const { data: accounts } = useAccountsQuery(undefined);
  const { mayManage } = useRights();
  const account = accounts?.find(({ name }) => name === delivery.account);
  const about = {
    kind: delivery.kind,
    canWithdraw: account?.canWithdraw ?? false,
    onSite: account?.publisher === 'website',
    awaited: (delivery.dependants?.length ?? 0) > 0,
  };
  const actions = mayManage ? actionsFor(delivery.state, about) : [];
  // The state may have moved on while somebody was reading.
  const action = actions.find(({ name }) => name === chosen?.name);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex gap={4} wrap="wrap">
        <StateChip state={delivery.state} />
        <Typography>{STATE_LOOKS[delivery.state].meaning}</Typography>
        <ReceiptLink receipt={delivery.receipt} />
      </Flex>
      {delivery.holdReason !== null && delivery.state === 'held' && (
        <Typography>原因：{delivery.holdReason}</Typography>
      )}
      {delivery.problem && <ProblemList label="问题" problems={[{ ...delivery.problem, field: null }]} />}
      {action && <ChosenAction key={action.name} delivery={delivery} action={action} onDone={() => setChosen(null)} />}
      {!action && actions.length > 0 && (
        <Flex gap={2} wrap="wrap" role="group" aria-label="可以做的事">
          {actions.map((each, index) => (
            <Button
              key={each.name}
              variant={each.severe ? 'danger-light' : index === 0 ? 'default' : 'tertiary'}
              onClick={() => setChosen(each)}
            >
              {each.label}
            </Button>
          ))}
        </Flex>
      )}
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="sigma" tag="h3" textColor="neutral600">
          经过
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {delivery.versionNumber !== null && `第 ${delivery.versionNumber} 版，`}计划 <Moment at={delivery.dueAt} />{' '}
          发出
        </Typography>
        <AttemptTimeline attempts={delivery.attempts} />
      </Flex>
      <Flex justifyContent="space-between" gap={4}>
        <HashMark label="渠道稿指纹" hash={delivery.hash} />
        <Link tag={RouterLink} to={`/content-manager/collection-types/api::explainer.explainer/${delivery.explainer}`}>
          打开解读
        </Link>
      </Flex>
    </Flex>
  );
}

interface ChosenProps {
  readonly delivery: Delivery;
  readonly action: DeliveryAction;
  readonly onDone: () => void;
}

function ChosenAction({ delivery, action, onDone }: ChosenProps) {
  const { input, ...rest } = action;
  if (input === 'removal') return <RemovalForm delivery={delivery} action={action} onDone={onDone} />;
  return <ActionForm delivery={delivery} action={{ ...rest, input }} onDone={onDone} />;
}
