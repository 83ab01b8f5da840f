import { Box, Table, Tbody, Td, Tr, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { ColumnHeads } from '../../components/column-heads';
import { Moment } from '../../components/moment';
import { ReceiptLink } from '../../components/receipt-link';
import { StateChip } from '../../components/state-chip';
import { TextAction } from '../../components/text-action';
import { inBoardOrder } from './in-board-order';
import { channelTitle } from '../../delivery/channel-title';
import type { Delivery, DeliveryPage } from '../../newsroom/shapes';

const COLUMNS = ['时间', '解读', '渠道', '状态', '回执', '说明'] as const;

/** Strapi's tables keep every cell on one line; a sentence may take two. */
const Explanation = styled.p`
  min-width: 20rem;
  font-size: 1.3rem;
  line-height: 1.5;
  white-space: normal;
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface Props {
  readonly page: DeliveryPage;
  readonly onOpen: (delivery: string) => void;
}

/** Deliveries in rows: when, what, where, how it stands, and in one sentence what is in the way. */
export function DeliveryTable({ page, onOpen }: Props) {
  return (
    <Box>
      <Table colCount={COLUMNS.length} rowCount={page.items.length + 1}>
        <ColumnHeads columns={COLUMNS} />
        <Tbody>
          {inBoardOrder(page.items).map((delivery) => (
            <Row key={delivery.id} delivery={delivery} onOpen={() => onOpen(delivery.id)} />
          ))}
        </Tbody>
      </Table>
      {page.total > page.items.length && (
        <Box paddingTop={3}>
          <Typography variant="pi" textColor="neutral600">
            显示 {page.items.length} 条，共 {page.total} 条。其余的请在解读的“排期”中查看。
          </Typography>
        </Box>
      )}
    </Box>
  );
}

function Row({ delivery, onOpen }: { readonly delivery: Delivery; readonly onOpen: () => void }) {
  return (
    <Tr>
      <Td>
        <Typography>
          <Moment at={delivery.receipt?.at ?? delivery.dueAt} />
        </Typography>
      </Td>
      <Td>
        <TextAction onClick={onOpen} aria-label={`${delivery.explainerTitle}，${delivery.accountTitle}，查看详情`}>
          {delivery.explainerTitle}
        </TextAction>
      </Td>
      <Td>
        <Typography>{channelTitle(delivery)}</Typography>
      </Td>
      <Td>
        <StateChip state={delivery.state} />
      </Td>
      <Td>
        <ReceiptLink receipt={delivery.receipt} />
      </Td>
      <Td>
        <Explanation>{delivery.problem?.what ?? delivery.holdReason ?? ''}</Explanation>
      </Td>
    </Tr>
  );
}
