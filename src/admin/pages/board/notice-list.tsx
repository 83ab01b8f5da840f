import { Button, Flex, Typography } from '@strapi/design-system';
import { Moment } from '../../components/moment';
import { TextAction } from '../../components/text-action';
import { useNoticesQuery, useReadNoticeMutation } from '../../newsroom/newsroom-api';
import { useAct } from '../../newsroom/use-act';
import { useRefreshInterval } from '../../newsroom/use-refresh-interval';

/** More would push the board off the screen; the rest follows when these are read. */
const SHOWN = 3;

/** What the engine has to tell and nobody has acknowledged yet. Nothing when there is nothing new. */
export function NoticeList({ onOpen }: { readonly onOpen: (delivery: string) => void }) {
  const { data } = useNoticesQuery(undefined, { pollingInterval: useRefreshInterval() });
  const [read, { isLoading }] = useReadNoticeMutation();
  const act = useAct();
  const unread = data?.filter(({ readAt }) => readAt === null) ?? [];
  if (unread.length === 0) return null;
  return (
    <Flex
      tag="ul"
      direction="column"
      alignItems="stretch"
      gap={2}
      padding={4}
      background="warning100"
      hasRadius
      aria-label="新消息"
    >
      {unread.slice(0, SHOWN).map(({ id, text, at, delivery }) => (
        <Flex key={id} tag="li" justifyContent="space-between" gap={4}>
          <Typography>
            {delivery === null ? text : <TextAction onClick={() => onOpen(delivery)}>{text}</TextAction>}{' '}
            <Typography variant="pi" textColor="neutral600">
              <Moment at={at} />
            </Typography>
          </Typography>
          <Button
            size="S"
            variant="tertiary"
            disabled={isLoading}
            onClick={() => void act(read(id).unwrap(), '已标记为知道。')}
          >
            知道了
          </Button>
        </Flex>
      ))}
      {unread.length > SHOWN && (
        <Typography tag="li" variant="pi" textColor="neutral600">
          另有 {unread.length - SHOWN} 条
        </Typography>
      )}
    </Flex>
  );
}
