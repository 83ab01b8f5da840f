import { Checkbox, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { InstantInput } from '../components/instant-input';
import { Moment } from '../components/moment';
import { StateChip } from '../components/state-chip';
import { TextAction } from '../components/text-action';
import type { Account, Delivery, Mode } from '../newsroom/shapes';
import { toChinaLocal } from '../time/china-local';
import type { PlanRow } from './plan-draft';

const MODES: Readonly<Record<Mode, string>> = { publish: '发布', mass: '群发' };

interface Props {
  readonly account: Account;
  readonly row: PlanRow;
  /** What is planned already for this account and mode; then nothing can be added. */
  readonly planned: Delivery | null;
  readonly onChange: (changes: Partial<PlanRow>) => void;
}

/** One channel of a plan: whether, how and when. */
export function PlanRowFields({ account, row, planned, onChange }: Props) {
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="group" aria-label={account.title}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Checkbox
          checked={row.chosen}
          disabled={planned !== null}
          onCheckedChange={(checked) => onChange({ chosen: checked === true })}
        >
          {account.title}
        </Checkbox>
        {planned && (
          <Flex gap={2}>
            <StateChip state={planned.state} />
            <Typography variant="pi" textColor="neutral600">
              <Moment at={planned.dueAt} />
            </Typography>
          </Flex>
        )}
      </Flex>
      {!account.healthy && account.problem && (
        <Typography variant="pi" textColor="danger600">
          {account.problem.what}
        </Typography>
      )}
      {account.modes.length > 1 && (
        <SingleSelect
          aria-label={`${account.title}发布方式`}
          size="S"
          value={row.mode}
          onChange={(value) => onChange({ mode: value === 'mass' ? 'mass' : 'publish' })}
        >
          {account.modes.map((mode) => (
            <SingleSelectOption key={mode} value={mode}>
              {MODES[mode]}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      )}
      {row.mode === 'mass' && (
        <Typography variant="pi" textColor="neutral600">
          群发会推送给全部关注者，发出后不能撤回推送。
        </Typography>
      )}
      {row.chosen && <RowTime account={account} row={row} onChange={onChange} />}
    </Flex>
  );
}

function RowTime({ account, row, onChange }: Pick<Props, 'account' | 'row' | 'onChange'>) {
  if (row.at === 'now') {
    return (
      <Flex justifyContent="space-between" gap={2}>
        <Typography variant="omega">排定后立即发出</Typography>
        <TextAction onClick={() => onChange({ at: toChinaLocal(Date.now() + 60_000) })}>改为定时</TextAction>
      </Flex>
    );
  }
  return <InstantInput label={`${account.title}时间`} value={row.at} onChange={(at) => onChange({ at })} />;
}
