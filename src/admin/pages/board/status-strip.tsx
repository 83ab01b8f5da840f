import { Flex, Typography } from '@strapi/design-system';
import { TextAction } from '../../components/text-action';
import { ATTENTION_STATES } from '../../delivery/state-groups';
import { useDeliveriesQuery, useStatusQuery } from '../../newsroom/newsroom-api';
import { useRefreshInterval } from '../../newsroom/use-refresh-interval';
import { engineSilence } from './engine-silence';

/** The figures that tell whether promises are being kept. */
export function StatusStrip({ onAttention }: { readonly onAttention: () => void }) {
  const pollingInterval = useRefreshInterval();
  const { data: status } = useStatusQuery(undefined, { pollingInterval });
  const { data: waiting } = useDeliveriesQuery({ states: ATTENTION_STATES, limit: 1 }, { pollingInterval });
  if (!status) return null;
  const attention = waiting?.total ?? 0;
  const silence = engineSilence(status.tickAgeSeconds);
  return (
    <Flex gap={6} wrap="wrap" role="status" aria-label="总体情况">
      {attention > 0 ? (
        <TextAction onClick={onAttention}>{`需要人处理 ${attention}`}</TextAction>
      ) : (
        <Typography textColor="success600">没有需要人处理的投放</Typography>
      )}
      <Figure label="逾期" value={status.overdue} alarming />
      <Figure label="已暂停" value={status.held} />
      {silence !== null && <Typography textColor="danger600">{silence}</Typography>}
    </Flex>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: number;
  /** Whether anything above zero is a reason to look. */
  readonly alarming?: boolean;
}

function Figure({ label, value, alarming = false }: FigureProps) {
  return (
    <Typography
      textColor={alarming && value > 0 ? 'danger600' : 'neutral600'}
      fontWeight={alarming && value > 0 ? 'bold' : 'regular'}
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      {label} {value}
    </Typography>
  );
}
