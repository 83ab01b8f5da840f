import { Widget } from '@strapi/strapi/admin';
import { chinaClock } from '../time/china-clock';
import { useDeliveriesQuery } from '../newsroom/newsroom-api';
import { useRefreshInterval } from '../newsroom/use-refresh-interval';
import { DeliveryRows } from './delivery-rows';

/** Enough for a busy day; the board has the rest. */
const LIMIT = 100;

/** 今天的投放: what goes out or went out today, in the order of the clock. */
export function TodayWidget() {
  const { data, error } = useDeliveriesQuery({ states: [], limit: LIMIT }, { pollingInterval: useRefreshInterval() });
  if (error) return <Widget.Error>未能读取投放。</Widget.Error>;
  if (!data) return <Widget.Loading>正在加载</Widget.Loading>;
  const today = chinaClock(Date.now()).dayNumber;
  const deliveries = data.items
    .filter((d) => chinaClock(Date.parse(d.dueAt)).dayNumber === today && d.state !== 'cancelled')
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  if (deliveries.length === 0) return <Widget.NoData>今天没有投放。</Widget.NoData>;
  return <DeliveryRows deliveries={deliveries} label="今天的投放" />;
}
