import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { usePlanMutation } from '../newsroom/newsroom-api';
import type { Account, Delivery, SignedVersion } from '../newsroom/shapes';
import { useAct } from '../newsroom/use-act';
import { toChinaLocal, tomorrowAtNine } from '../time/china-local';
import { planRows, readPlan, type PlanChoice } from './plan-draft';
import { PlanRowFields } from './plan-row-fields';
import { QuickTimes } from './quick-times';

type Choices = Readonly<Record<string, PlanChoice>>;

interface Props {
  readonly explainer: string;
  readonly version: SignedVersion;
  readonly accounts: readonly Account[];
  readonly deliveries: readonly Delivery[];
}

/** Which channels, when. Starts at tomorrow morning, so that a hasty click never publishes at once. */
export function PlanForm({ explainer, version, accounts, deliveries }: Props) {
  const [at, setAt] = useState(() => toChinaLocal(tomorrowAtNine(Date.now())));
  const [choices, setChoices] = useState<Choices>({});
  const [plan, { isLoading }] = usePlanMutation();
  const act = useAct();
  const rows = planRows(accounts, deliveries, version.id, at, choices);
  const reading = readPlan(rows);
  if (rows.length === 0) return <Typography textColor="neutral600">各渠道都已排定。</Typography>;

  const change = (account: string, changes: PlanChoice) =>
    setChoices((before) => ({ ...before, [account]: { ...before[account], ...changes } }));
  const setEveryTime = (time: string) => {
    setAt(time);
    setChoices((before) =>
      Object.fromEntries(Object.entries(before).map(([account, { at: _own, ...rest }]) => [account, rest])),
    );
  };
  const submit = async () => {
    if (reading.deliveries === null) return;
    const request = plan({ id: explainer, version: version.id, deliveries: reading.deliveries }).unwrap();
    if (await act(request, `已排定 ${reading.deliveries.length} 个渠道。`)) setChoices({});
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <QuickTimes onChoose={setEveryTime} />
      {rows.map((row) => (
        <PlanRowFields key={row.account.name} row={row} onChange={(changes) => change(row.account.name, changes)} />
      ))}
      <Typography variant="pi" textColor="neutral600">
        时间均为北京时间。网站先发布，其他渠道等网站发布后再发出。
      </Typography>
      <Button fullWidth disabled={reading.obstacle !== null} loading={isLoading} onClick={() => void submit()}>
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
