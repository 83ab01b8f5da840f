import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { EngineParts } from '../delivery/context';
import { summarise } from '../delivery/punctuality/summarise';
import { status } from '../delivery/status';
import { liveWorkers } from '../delivery/workers';
import { lastReport } from '../site/integrity/last-report';
import { counts } from './counts';
import { forAWhile } from './for-a-while';

/** How old the urgent figures may be, milliseconds. They cost a few index look-ups. */
const URGENT = 5_000;
/** The same for those that count the whole history. */
const HISTORY = 60_000;
const DAY = 24 * 60 * 60_000;

/** The gauges without labels that `/api/v1/status` has too, and what each says. */
const FIGURES = {
  overdue: 'Open deliveries more than five seconds behind their time',
  oldestOpenSeconds: 'Age of the oldest open delivery whose time has come, in seconds',
  uncertain: 'Deliveries that may be public; a person must look',
  missed: 'Deliveries that were not sent within their grace; a person decides',
  held: 'Deliveries that are held back',
  rejected: 'Deliveries that a platform or a check refused; a person must change something',
  manual: 'Deliveries that a person is to post',
} as const;

const nameOf = (figure: string): string =>
  `mingbai_${figure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;

/**
 * What a monitor asks, as Prometheus reads it. All of it comes from the database, so every process tells the same and
 * a restart begins nothing anew; only figures of the process itself are its own.
 */
export function createMetrics(parts: EngineParts) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });

  const figures = Object.entries(FIGURES).map(([figure, help]) => ({
    // The keys of FIGURES are those of the status.
    figure: figure as keyof typeof FIGURES,
    gauge: gauge(nameOf(figure), help),
  }));
  const tickAge = gauge('mingbai_tick_age_seconds', 'Since any worker last said that it lives; +Inf without one');
  const workers = gauge('mingbai_workers', 'Processes that deliver');
  const healthy = gauge('mingbai_account_healthy', '1 when the last check of the account was well', ['account']);
  const held = gauge('mingbai_account_held', '1 while the deliveries of the account are held back', ['account']);
  const frozen = gauge('mingbai_frozen', '1 while a person has frozen the account', ['account']);
  const deliveries = gauge('mingbai_deliveries', 'Deliveries by account and state', ['account', 'state']);
  const published = new Counter({
    name: 'mingbai_published_total',
    help: 'Deliveries ever published',
    labelNames: ['account'],
    registers,
  });
  const lateness = gauge('mingbai_lateness_seconds', 'Delay of what was due in the last 24 hours', ['quantile']);
  const due = gauge('mingbai_due_last_day', 'Deliveries that were due in the last 24 hours');
  const onTime = gauge('mingbai_on_time_last_day', 'Of these, those that went out within two seconds');

  const siteFiles = gauge('mingbai_site_files', 'Public files that the last check found wrong', ['trouble']);
  const siteLeft = gauge('mingbai_site_left_files', 'Of these, those that are not put right: a person must look');
  const siteList = gauge('mingbai_site_list_whole', '1 while the signed list of public files can be believed');
  const siteAge = gauge('mingbai_site_check_age_seconds', 'Since all public files were last checked; +Inf if never');

  async function readSite(): Promise<void> {
    const website = (await parts.accounts()).find(({ account }) => account.publisher === 'website');
    const last = await lastReport(website?.connection['siteStateDir'] ?? '');
    siteAge.set(last ? (parts.now().getTime() - Date.parse(last.at)) / 1_000 : Number.POSITIVE_INFINITY);
    if (!last) return;
    for (const [trouble, count] of Object.entries(last.counts)) siteFiles.set({ trouble }, count);
    siteLeft.set(last.deeds.left + last.deeds.removed);
    siteList.set(last.list === 'whole' ? 1 : 0);
  }

  async function readUrgent(): Promise<void> {
    const now = await status(parts);
    for (const { figure, gauge: one } of figures) one.set(now[figure]);
    tickAge.set(now.tickAgeSeconds ?? Number.POSITIVE_INFINITY);
    workers.set(await liveWorkers(parts));
    for (const account of now.accounts) {
      healthy.set({ account: account.name }, account.healthy ? 1 : 0);
      held.set({ account: account.name }, account.heldSince === null ? 0 : 1);
      const isFrozen = now.frozen !== null && (now.frozen.accounts?.includes(account.name) ?? true);
      frozen.set({ account: account.name }, isFrozen ? 1 : 0);
    }
  }

  async function readHistory(): Promise<void> {
    const now = parts.now().getTime();
    const known = await counts(parts);
    const day = await summarise(parts.store.db, { from: now - DAY, to: now, account: null });
    deliveries.reset();
    for (const { account, state, n } of known.states) deliveries.set({ account, state }, n);
    published.reset();
    for (const { account, n } of known.published) published.inc({ account }, n);
    lateness.reset();
    if (day.p50 !== null) lateness.set({ quantile: '0.5' }, day.p50);
    if (day.p99 !== null) lateness.set({ quantile: '0.99' }, day.p99);
    due.set(day.count);
    onTime.set(day.onTime);
  }

  const urgent = forAWhile(URGENT, readUrgent);
  const history = forAWhile(HISTORY, readHistory);
  const site = forAWhile(URGENT, readSite);
  return {
    contentType: registry.contentType,
    async text(): Promise<string> {
      await Promise.all([urgent(), history(), site()]);
      return registry.metrics();
    },
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
