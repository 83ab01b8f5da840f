import { Button, Flex, Typography } from '@strapi/design-system';
import { ProblemList } from '../../components/problem-list';
import { useAskAccountMutation } from '../../newsroom/accounts-api';
import type { AccountDetails } from '../../newsroom/shapes';
import { useAct } from '../../newsroom/use-act';
import { accountProblem } from './account-problem';
import { AccountStanding } from './account-standing';
import { CapabilityList } from './capability-list';
import { Section } from './section';
import { TrialRow } from './trial-row';

/** How an account is: whether it is well, what it may do, and how much of it is left today. */
export function AccountState({ account }: { readonly account: AccountDetails }) {
  const [ask, { isLoading }] = useAskAccountMutation();
  const act = useAct();
  return (
    <Section title="现在">
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4}>
        <AccountStanding account={account} />
        <Button
          size="S"
          variant="tertiary"
          loading={isLoading}
          onClick={() => void act(ask(account.name).unwrap(), '已经问过平台。')}
        >
          现在核对
        </Button>
      </Flex>
      {account.problem && <ProblemList label="账号的问题" problems={[accountProblem(account.problem)]} />}
      {account.byHand && <Typography>平台不让系统发布：到时间备好草稿，由人发表后贴回链接。</Typography>}
      {account.publisher === 'wechat' && <CapabilityList profile={account.profile} />}
      <Figures account={account} />
      {account.canTry && <TrialRow name={account.name} />}
    </Section>
  );
}

/** What the platform still allows today, and what we have used by our own count. */
function Figures({ account: { profile, uses } }: { readonly account: AccountDetails }) {
  const lines = [
    ...(profile?.calls ?? []).map(({ title, limit, remain }) => `${title}：平台今天还剩 ${remain} / ${limit} 次`),
    ...uses.map(({ title, used }) => `${title}：系统已用 ${used} 次`),
  ];
  return (
    <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} aria-label="次数">
      {lines.map((line) => (
        <Typography
          key={line}
          tag="li"
          variant="pi"
          textColor="neutral600"
          style={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {line}
        </Typography>
      ))}
    </Flex>
  );
}
