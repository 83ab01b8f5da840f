import { Checkbox, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { InstantInput } from '../components/instant-input';
import { TextAction } from '../components/text-action';
import type { Mode } from '../newsroom/shapes';
import { toChinaLocal } from '../time/china-local';
import type { PlanChoice, PlanRow } from './plan-draft';

const MODES: Readonly<Record<Mode, string>> = { publish: '发布', mass: '群发' };

interface Props {
  readonly row: PlanRow;
  readonly onChange: (changes: PlanChoice) => void;
}

/** One channel of a plan: whether, how and when. */
export function PlanRowFields({ row, onChange }: Props) {
  const { account, modes, mode, chosen } = row;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="group" aria-label={account.title}>
      <Checkbox checked={chosen} onCheckedChange={(checked) => onChange({ chosen: checked === true })}>
        {account.title}
        {modes.length === 1 && account.modes.length > 1 && `（${MODES[mode]}）`}
      </Checkbox>
      {!account.healthy && account.problem && (
        <Typography variant="pi" textColor="danger600">
          {account.problem.what}
        </Typography>
      )}
      {chosen && modes.length > 1 && (
        <SingleSelect
          aria-label={`${account.title}发布方式`}
          size="S"
          value={mode}
          onChange={(value) => onChange({ mode: value === 'mass' ? 'mass' : 'publish' })}
        >
          {modes.map((each) => (
            <SingleSelectOption key={each} value={each}>
              {MODES[each]}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      )}
      {chosen && mode === 'mass' && (
        <Typography variant="pi" textColor="neutral600">
          群发会推送给全部关注者，推送不能收回。
        </Typography>
      )}
      {chosen && account.byHand && (
        <Typography variant="pi" textColor="neutral600">
          这个账号不能由系统发布：到时间备好草稿，由人发表后贴回链接。
        </Typography>
      )}
      {chosen && <RowTime row={row} onChange={onChange} />}
    </Flex>
  );
}

function RowTime({ row: { account, at, mayFollow, minutesAfterSite }, onChange }: Props) {
  if (minutesAfterSite !== null) {
    return (
      <Field.Root gap={1}>
        <Field.Label>{`${account.title}：网站发布后多少分钟`}</Field.Label>
        <Field.Input
          type="number"
          min={0}
          max={1_440}
          value={minutesAfterSite}
          onChange={(event: { readonly target: { readonly value: string } }) =>
            onChange({ minutesAfterSite: event.target.value })
          }
        />
        <TextAction onClick={() => onChange({ minutesAfterSite: null })}>改为定时</TextAction>
      </Field.Root>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      {at === 'now' ? (
        <Flex justifyContent="space-between" gap={2}>
          <Typography variant="omega">排定后立即发出</Typography>
          <TextAction onClick={() => onChange({ at: toChinaLocal(Date.now() + 60_000) })}>改为定时</TextAction>
        </Flex>
      ) : (
        <InstantInput label={`${account.title}时间`} value={at} onChange={(time) => onChange({ at: time })} />
      )}
      {mayFollow && (
        <TextAction onClick={() => onChange({ minutesAfterSite: '10' })}>改为网站发布后若干分钟</TextAction>
      )}
    </Flex>
  );
}
