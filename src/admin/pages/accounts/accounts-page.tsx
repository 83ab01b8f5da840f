import { Layouts, Page } from '@strapi/strapi/admin';
import { Button } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { FailureNote } from '../../components/failure-note';
import { useAccountsQuery } from '../../newsroom/newsroom-api';
import { useRefreshInterval } from '../../newsroom/use-refresh-interval';
import { useRights } from '../../newsroom/use-rights';
import { AccountsTable } from './accounts-table';
import { AddAccountDialog } from './add-account-dialog';
import { ManageAccountDialog } from './manage-account-dialog';

/** No account has this name: names begin with a letter. */
const NEW = '+';

/** 渠道账号: whether each place could publish now, and if not, what to do. Which one is open stands in the address. */
export default function AccountsPage() {
  const [search, setSearch] = useSearchParams();
  const { mayAccounts } = useRights();
  const { data, error, isLoading } = useAccountsQuery(undefined, { pollingInterval: useRefreshInterval() });
  const open = mayAccounts ? search.get('account') : null;
  const show = (name: string | null) => setSearch(name === null ? {} : { account: name });
  if (isLoading) return <Page.Loading>正在加载</Page.Loading>;
  return (
    <Page.Main>
      <Page.Title>渠道账号</Page.Title>
      <Layouts.Header
        title="渠道账号"
        subtitle="各渠道现在能不能发布，可以做什么"
        primaryAction={mayAccounts ? <Button onClick={() => show(NEW)}>添加账号</Button> : null}
      />
      <Layouts.Content>
        {error !== undefined && <FailureNote error={error} />}
        {data && <AccountsTable accounts={data} onManage={mayAccounts ? show : undefined} />}
      </Layouts.Content>
      {open === NEW && <AddAccountDialog onClose={() => show(null)} onAdded={show} />}
      {open !== null && open !== NEW && <ManageAccountDialog name={open} onClose={() => show(null)} />}
    </Page.Main>
  );
}
