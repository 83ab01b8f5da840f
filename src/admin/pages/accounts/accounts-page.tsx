import { Layouts, Page } from '@strapi/strapi/admin';
import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { FailureNote } from '../../components/failure-note';
import { StateMark } from '../../components/state-mark';
import { useAccountsQuery } from '../../newsroom/newsroom-api';
import type { Account } from '../../newsroom/shapes';
import { useRefreshInterval } from '../../newsroom/use-refresh-interval';

const COLUMNS = ['渠道账号', '状态', '发布方式', '撤稿'] as const;

/** 渠道账号: whether each place could publish now, and if not, what to do. */
export default function AccountsPage() {
  const { data, error, isLoading } = useAccountsQuery(undefined, { pollingInterval: useRefreshInterval() });
  if (isLoading) return <Page.Loading>正在加载</Page.Loading>;
  return (
    <Page.Main>
      <Page.Title>渠道账号</Page.Title>
      <Layouts.Header title="渠道账号" subtitle="各渠道现在能不能发布；账号由管理员在系统配置中设置" />
      <Layouts.Content>
        {error !== undefined && <FailureNote error={error} />}
        {data && (
          <Table colCount={COLUMNS.length} rowCount={data.length + 1}>
            <Thead>
              <Tr>
                {COLUMNS.map((column) => (
                  <Th key={column}>
                    <Typography variant="sigma" textColor="neutral600">
                      {column}
                    </Typography>
                  </Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {data.map((account) => (
                <AccountRow key={account.name} account={account} />
              ))}
            </Tbody>
          </Table>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function AccountRow({ account }: { readonly account: Account }) {
  return (
    <Tr>
      <Td>
        <Typography fontWeight="semiBold">{account.title}</Typography>
      </Td>
      <Td>
        <Typography textColor={account.healthy ? 'success600' : 'danger600'} tag="p">
          <StateMark shape={account.healthy ? 'check' : 'cross'} /> {account.healthy ? '正常' : '不能发布'}
        </Typography>
        {account.problem && (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {account.problem.what}
            {account.problem.next}
          </Typography>
        )}
      </Td>
      <Td>
        <Typography>{account.modes.includes('mass') ? '发布、群发' : '发布'}</Typography>
      </Td>
      <Td>
        <Typography>{account.canWithdraw ? '可由系统撤稿' : '到平台上删除'}</Typography>
      </Td>
    </Tr>
  );
}
