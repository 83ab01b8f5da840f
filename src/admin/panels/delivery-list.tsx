import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Moment } from '../components/moment';
import { ReceiptLink } from '../components/receipt-link';
import { TextAction } from '../components/text-action';
import { StateChip } from '../components/state-chip';
import { channelTitle } from '../delivery/channel-title';
import type { Delivery } from '../newsroom/shapes';
import { DeliveryDialog } from '../delivery/delivery-dialog';

/** The deliveries of one explainer, the latest first; each opens with its attempts and what can be done. */
export function DeliveryList({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const [open, setOpen] = useState<string | null>(null);
  const ordered = [...deliveries].sort((a, b) => Date.parse(b.dueAt) - Date.parse(a.dueAt));
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label="投放">
      {ordered.map((delivery) => (
        <Flex key={delivery.id} tag="li" direction="column" alignItems="stretch" gap={1}>
          <Flex justifyContent="space-between" gap={2}>
            <Typography fontWeight="semiBold">{channelTitle(delivery)}</Typography>
            <StateChip state={delivery.state} />
          </Flex>
          <Flex justifyContent="space-between" gap={2}>
            <Typography variant="pi" textColor="neutral600">
              {delivery.versionNumber !== null && `第 ${delivery.versionNumber} 版 · `}
              <Moment at={delivery.receipt?.at ?? delivery.dueAt} />
            </Typography>
            {/* Beside a long date the links would break in the middle of a word. */}
            <Flex gap={3} flex="none">
              <ReceiptLink receipt={delivery.receipt} />
              <TextAction onClick={() => setOpen(delivery.id)} aria-label={`${delivery.accountTitle}的投放详情`}>
                详情
              </TextAction>
            </Flex>
          </Flex>
          {delivery.problem && (
            <Typography variant="pi" textColor={delivery.problem.severity === 'warning' ? 'warning700' : 'danger600'}>
              {delivery.problem.what}
            </Typography>
          )}
        </Flex>
      ))}
      {open !== null && <DeliveryDialog id={open} onClose={() => setOpen(null)} />}
    </Flex>
  );
}
