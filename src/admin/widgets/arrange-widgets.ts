import type { StrapiApp, WidgetArgs } from '@strapi/strapi/admin';
import { Calendar, WarningCircle } from '@strapi/icons';

const READ = [{ action: 'api::publishing.read' }];

/** Strapi counts every entry as published, which none is by that; and counts of tokens and webhooks are not news. */
const NOT_FOR_STAFF: readonly string[] = ['last-published-entries', 'chart-entries', 'key-statistics', 'profile-info'];

const OURS: WidgetArgs[] = [
  {
    id: 'attention',
    icon: WarningCircle,
    title: { id: 'mingbai.widget.attention', defaultMessage: '需要人处理' },
    link: { label: { id: 'mingbai.widget.board', defaultMessage: '发布看板' }, href: '/mingbai?group=attention' },
    permissions: READ,
    component: async () => (await import('./attention-widget')).AttentionWidget,
  },
  {
    id: 'today',
    icon: Calendar,
    title: { id: 'mingbai.widget.today', defaultMessage: '今天的投放' },
    link: { label: { id: 'mingbai.widget.board', defaultMessage: '发布看板' }, href: '/mingbai' },
    permissions: READ,
    component: async () => (await import('./today-widget')).TodayWidget,
  },
];

/** The home page begins with what needs a person and what goes out today. */
export function arrangeWidgets(app: Pick<StrapiApp, 'widgets'>): void {
  app.widgets.register((widgets) => [...OURS, ...widgets.filter(({ id }) => !NOT_FOR_STAFF.includes(id))]);
}
