import { Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { FailureNote } from '../../components/failure-note';
import { useAccountQuery, useChangeAccountMutation } from '../../newsroom/accounts-api';
import type { AccountDetails } from '../../newsroom/shapes';
import { useAct } from '../../newsroom/use-act';
import { draftOf, readChanges } from './account-draft';
import { AccountDialogFooter } from './account-dialog-footer';
import { AccountForm } from './account-form';
import { AccountState } from './account-state';
import { RemoveAccount } from './remove-account';
import { WideDialog } from './wide-dialog';

interface Props {
  readonly name: string;
  readonly onClose: () => void;
}

/** One account: how it is, and what may be changed about it. */
export function ManageAccountDialog({ name, onClose }: Props) {
  const { data, error } = useAccountQuery(name);
  return (
    <Modal.Root open onOpenChange={onClose}>
      <WideDialog aria-describedby={undefined}>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{data?.title ?? '渠道账号'}</Modal.Title>
        </Modal.Header>
        {data ? (
          <Manage account={data} onClose={onClose} />
        ) : (
          <Modal.Body>{error ? <FailureNote error={error} /> : <Loader>正在加载</Loader>}</Modal.Body>
        )}
      </WideDialog>
    </Modal.Root>
  );
}

function Manage({ account, onClose }: { readonly account: AccountDetails; readonly onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(account));
  const [asked, setAsked] = useState(false);
  const [change, { isLoading }] = useChangeAccountMutation();
  const act = useAct();
  const reading = readChanges(draft, account.editable);
  const submit = async () => {
    setAsked(true);
    if (reading.body === null) return;
    const sent = change({ name: account.name, body: reading.body }).unwrap();
    // What was typed is saved and never shown again.
    if (await act(sent, '已保存。')) setDraft((before) => ({ ...before, credentials: {} }));
  };
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <AccountState account={account} />
          {account.editable === 'settings' && (
            <Typography variant="pi" textColor="neutral600">
              {account.publisher === 'website'
                ? '公网地址和文件位置由运维设定。改动保存后，全站页面在后台陆续更新。'
                : '名称和凭证由运行环境设定，要改请联系运维。'}
            </Typography>
          )}
          <AccountForm
            account={account}
            draft={draft}
            onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
          />
          {account.editable === 'all' && <RemoveAccount account={account} onRemoved={onClose} />}
        </Flex>
      </Modal.Body>
      <AccountDialogFooter
        obstacle={asked ? reading.obstacle : null}
        isLoading={isLoading}
        save="保存"
        onSave={() => void submit()}
        onClose={onClose}
      />
    </>
  );
}
