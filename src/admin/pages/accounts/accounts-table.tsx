import { Button, Table, Tbody, Td, Tr, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { ColumnHeads } from '../../components/column-heads';
import type { Account, Problem } from '../../newsroom/shapes';
import { accountProblem } from './account-problem';
import { AccountStanding } from './account-standing';
import { CapabilityList } from './capability-list';
import { certificateWords } from './certificate-words';

const COLUMNS = ['渠道账号', '状态', '可以做什么', '撤稿', '认证'] as const;

const ORIGINS: Readonly<Record<Account['origin'], string>> = {
  system: '系统自带',
  environment: '由运行环境设定',
  sandbox: '沙盒账号',
  admin: '在这里添加',
};

/** Strapi's tables keep every cell on one line; a sentence may take several. */
const Explanation = styled.p`
  max-width: 40rem;
  font-size: 1.3rem;
  line-height: 1.5;
  white-space: normal;
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface Props {
  readonly accounts: readonly Account[];
  /** Absent for those who may not manage accounts. */
  readonly onManage?: ((name: string) => void) | undefined;
}

/** Accounts in rows: whether each could publish now, and what it may do. */
export function AccountsTable({ accounts, onManage }: Props) {
  return (
    <Table colCount={COLUMNS.length + 1} rowCount={accounts.length + 1}>
      <ColumnHeads columns={[...COLUMNS, ...(onManage ? [''] : [])]} />
      <Tbody>
        {accounts.map((account) => (
          <Row key={account.name} account={account} onManage={onManage} />
        ))}
      </Tbody>
    </Table>
  );
}

function Row({ account, onManage }: { readonly account: Account } & Pick<Props, 'onManage'>) {
  const certificate = certificateWords(account.certifiedUntil, account.certifiedDays);
  const isManaged = account.origin !== 'system' || account.publisher === 'website';
  return (
    <Tr>
      <Td>
        <Typography fontWeight="semiBold" tag="p">
          {account.title}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {account.name} · {ORIGINS[account.origin]}
        </Typography>
      </Td>
      <Td>
        <AccountStanding account={account} />
        {account.problem && <Explanation>{sentence(account.problem)}</Explanation>}
        {account.byHand && <Explanation>到时间备好草稿，由人发表后贴回链接。</Explanation>}
      </Td>
      <Td>{account.profile ? <CapabilityList profile={account.profile} /> : <Typography>发布</Typography>}</Td>
      <Td>
        <Typography>{account.canWithdraw ? '可由系统撤稿' : '到平台上删除'}</Typography>
      </Td>
      <Td>
        {account.publisher === 'wechat' && (
          <Typography textColor={certificate.pressing ? 'danger600' : 'neutral600'}>{certificate.text}</Typography>
        )}
      </Td>
      {onManage && (
        <Td>
          {isManaged && (
            <Button
              size="S"
              variant="tertiary"
              aria-label={`管理${account.title}`}
              onClick={() => onManage(account.name)}
            >
              管理
            </Button>
          )}
        </Td>
      )}
    </Tr>
  );
}

function sentence(problem: Problem): string {
  const { what, next } = accountProblem(problem);
  return what + next;
}
