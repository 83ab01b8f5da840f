import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { usePlanMutation } from '../newsroom/newsroom-api';
import type { Account, Delivery, SignedVersion } from '../newsroom/shapes';
import { useAct } from '../newsroom/use-act';
import { toChinaLocal, tomorrowAtNine } from '../time/china-local';
import { occupying, readPlan, startPlan, type PlanRow } from './plan-draft';
import { PlanRowFields } from './plan-row-fields';

/** Times that are set for every channel at once. */
const QUICK_TIMES: readonly { readonly label: string; readonly at: (now: number) => string }[] = [
  { label: '现在', at: () => 'now' },
  { label: '1 分钟后', at: (now) => toChinaLocal(now + 60_000) },
  { label: '明天 09:00', at: (now) => toChinaLocal(tomorrowAtNine(now)) },
];

interface Props {
  readonly explainer: string;
  readonly version: SignedVersion;
  readonly accounts: readonly Account[];
  readonly deliveries: readonly Delivery[];
}

/** Which channels, when. Starts at tomorrow morning, so that a hasty click never publishes at once. */
export function PlanForm({ explainer, version, accounts, deliveries }: Props) {
  const [rows, setRows] = useState(() =>
    startPlan(accounts, deliveries, version.id, toChinaLocal(tomorrowAtNine(Date.now()))),
  );
  const [plan, { isLoading }] = usePlanMutation();
  const act = useAct();
  const open = rows.map((row) => (occupying(deliveries, version.id, row) ? { ...row, chosen: false } : row));
  const reading = readPlan(open);

  const change = (account: string, changes: Partial<PlanRow>) =>
    setRows((before) => before.map((row) => (row.account === account ? { ...row, ...changes } : row)));
  const submit = () => {
    if (reading.deliveries === null) return;
    const request = plan({ id: explainer, version: version.id, deliveries: reading.deliveries }).unwrap();
    void act(request, `已排定 ${reading.deliveries.length} 个渠道。`);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap" role="group" aria-label="统一时间">
        {QUICK_TIMES.map(({ label, at }) => (
          <Button
            key={label}
            size="S"
            variant="tertiary"
            onClick={() => {
              const time = at(Date.now());
              setRows((before) => before.map((row) => ({ ...row, at: time })));
            }}
          >
            {label}
          </Button>
        ))}
      </Flex>
      {accounts.map((account) => {
        const row = open.find(({ account: name }) => name === account.name);
        return (
          row && (
            <PlanRowFields
              key={account.name}
              account={account}
              row={row}
              planned={occupying(deliveries, version.id, row)}
              onChange={(changes) => change(account.name, changes)}
            />
          )
        );
      })}
      <Typography variant="pi" textColor="neutral600">
        时间均为北京时间。网站先发布，其他渠道等网站发布后再发出。
      </Typography>
      <Button fullWidth disabled={reading.obstacle !== null} loading={isLoading} onClick={submit}>
        排定
      </Button>
      {reading.obstacle !== null && (
        <Typography variant="pi" textColor="neutral600">
          {reading.obstacle}
        </Typography>
      )}
    </Flex>
  );
}
