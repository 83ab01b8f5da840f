import { Layouts, Page } from '@strapi/strapi/admin';
import { Flex } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { DeliveryDialog } from '../../delivery/delivery-dialog';
import { STATE_GROUPS } from '../../delivery/state-groups';
import { FailureNote } from '../../components/failure-note';
import { useDeliveriesQuery } from '../../newsroom/newsroom-api';
import { useRefreshInterval } from '../../newsroom/use-refresh-interval';
import { useRights } from '../../newsroom/use-rights';
import { DeliveryTable } from './delivery-table';
import { EmptyBoard } from './empty-board';
import { FreezeButton } from './freeze-button';
import { FrozenBanner } from './frozen-banner';
import { GroupFilter } from './group-filter';
import { NoticeList } from './notice-list';
import { StatusStrip } from './status-strip';

/** How many deliveries the board shows at once; older ones are found at their explainer. */
const LIMIT = 100;

/** 发布看板: every delivery, what it is waiting for and what a person must do. Group and open delivery are in the address. */
export default function BoardPage() {
  const [search, setSearch] = useSearchParams();
  const group = STATE_GROUPS.find(({ name }) => name === search.get('group')) ?? null;
  const open = search.get('delivery');
  const { mayManage } = useRights();
  const { data, error, isLoading } = useDeliveriesQuery(
    { states: group?.states ?? [], limit: LIMIT },
    { pollingInterval: useRefreshInterval() },
  );
  const set = (name: string, value: string | null) =>
    setSearch((before) => {
      if (value === null) before.delete(name);
      else before.set(name, value);
      return before;
    });

  if (isLoading) return <Page.Loading>正在加载</Page.Loading>;
  return (
    <Page.Main>
      <Page.Title>发布看板</Page.Title>
      <Layouts.Header
        title="发布看板"
        subtitle="每一次投放在什么时间、到哪个渠道、结果如何"
        primaryAction={mayManage ? <FreezeButton /> : null}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <FrozenBanner mayLift={mayManage} />
          <NoticeList onOpen={(delivery) => set('delivery', delivery)} />
          <StatusStrip onAttention={() => set('group', 'attention')} />
          <GroupFilter chosen={group?.name ?? null} onChoose={(name) => set('group', name)} />
          {error !== undefined && <FailureNote error={error} />}
          {data && data.items.length > 0 && (
            <DeliveryTable page={data} onOpen={(delivery) => set('delivery', delivery)} />
          )}
          {data?.items.length === 0 && <EmptyBoard group={group} />}
        </Flex>
      </Layouts.Content>
      {open !== null && <DeliveryDialog id={open} onClose={() => set('delivery', null)} />}
    </Page.Main>
  );
}
