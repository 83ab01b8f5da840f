import { Widget } from '@strapi/strapi/admin';
import { ATTENTION_STATES } from '../delivery/state-groups';
import { useDeliveriesQuery } from '../newsroom/newsroom-api';
import { useRefreshInterval } from '../newsroom/use-refresh-interval';
import { DeliveryRows } from './delivery-rows';

/** 需要人处理: deliveries that wait for a decision. */
export function AttentionWidget() {
  const { data, error } = useDeliveriesQuery(
    { states: ATTENTION_STATES, limit: 10 },
    { pollingInterval: useRefreshInterval() },
  );
  if (error) return <Widget.Error>未能读取投放。</Widget.Error>;
  if (!data) return <Widget.Loading>正在加载</Widget.Loading>;
  if (data.items.length === 0) return <Widget.NoData>没有需要人处理的投放。</Widget.NoData>;
  return <DeliveryRows deliveries={data.items} label="需要人处理" />;
}
