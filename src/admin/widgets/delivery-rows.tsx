import { Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { Moment } from '../components/moment';
import { StateChip } from '../components/state-chip';
import type { Delivery } from '../newsroom/shapes';

interface Props {
  readonly deliveries: readonly Delivery[];
  readonly label: string;
}

/** Deliveries in a widget; each leads to its details on the board. */
export function DeliveryRows({ deliveries, label }: Props) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} width="100%" aria-label={label}>
      {deliveries.map((delivery) => (
        <Flex key={delivery.id} tag="li" justifyContent="space-between" gap={3}>
          <Flex direction="column" alignItems="flex-start" minWidth={0}>
            <Link tag={RouterLink} to={`/mingbai?delivery=${delivery.id}`}>
              {delivery.explainerTitle}
            </Link>
            <Typography variant="pi" textColor="neutral600">
              <Moment at={delivery.dueAt} /> · {delivery.accountTitle}
            </Typography>
          </Flex>
          <StateChip state={delivery.state} />
        </Flex>
      ))}
    </Flex>
  );
}
