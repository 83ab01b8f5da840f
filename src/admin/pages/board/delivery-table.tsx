import { Box, Table, Tbody, Td, TextButton, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Moment } from '../../components/moment';
import { ReceiptLink } from '../../components/receipt-link';
import { StateChip } from '../../components/state-chip';
import type { Delivery, DeliveryPage } from '../../newsroom/shapes';

const COLUMNS = ['时间', '解读', '渠道', '状态', '回执', '说明'] as const;

interface Props {
  readonly page: DeliveryPage;
  readonly onOpen: (delivery: string) => void;
}

/** Deliveries in rows: when, what, where, how it stands, and in one sentence what is in the way. */
export function DeliveryTable({ page, onOpen }: Props) {
  return (
    <Box>
      <Table colCount={COLUMNS.length} rowCount={page.items.length + 1}>
        <Thead>
          <Tr>
            {COLUMNS.map((column) => (
              <Th key={column}>
                <Typography variant="sigma" textColor="neutral600">
                  {column}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {page.items.map((delivery) => (
            <Row key={delivery.id} delivery={delivery} onOpen={() => onOpen(delivery.id)} />
          ))}
        </Tbody>
      </Table>
      {page.total > page.items.length && (
        <Box paddingTop={3}>
          <Typography variant="pi" textColor="neutral600">
            显示最近 {page.items.length} 条，共 {page.total} 条。更早的请在解读的“排期”中查看。
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
        <TextButton onClick={onOpen} aria-label={`${delivery.explainerTitle}，${delivery.accountTitle}，查看详情`}>
          {delivery.explainerTitle}
        </TextButton>
      </Td>
      <Td>
        <Typography>
          {delivery.accountTitle}
          {delivery.mode === 'mass' && '（群发）'}
        </Typography>
      </Td>
      <Td>
        <StateChip state={delivery.state} />
      </Td>
      <Td>
        <ReceiptLink receipt={delivery.receipt} />
      </Td>
      <Td>
        <Typography variant="pi" textColor="neutral600" ellipsis>
          {delivery.problem?.what ?? delivery.holdReason ?? ''}
        </Typography>
      </Td>
    </Tr>
  );
}
