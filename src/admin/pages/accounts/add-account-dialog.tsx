import { Flex, Modal, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';
import { useAddAccountMutation } from '../../newsroom/accounts-api';
import { useAct } from '../../newsroom/use-act';
import { emptyDraft, readNew } from './account-draft';
import { PUBLISHERS } from './account-fields';
import { AccountDialogFooter } from './account-dialog-footer';
import { AccountForm } from './account-form';
import { WideDialog } from './wide-dialog';

interface Props {
  readonly onClose: () => void;
  /** Shows the account that was added, with what the platform said of it. */
  readonly onAdded: (name: string) => void;
}

/** A new account. Saved first, then the platform is asked: what is wrong is shown where it can be mended. */
export function AddAccountDialog({ onClose, onAdded }: Props) {
  const [draft, setDraft] = useState(() => emptyDraft('wechat'));
  const [asked, setAsked] = useState(false);
  const [add, { isLoading }] = useAddAccountMutation();
  const act = useAct();
  const reading = readNew(draft);
  const submit = async () => {
    setAsked(true);
    if (reading.body === null) return;
    if (await act(add(reading.body).unwrap(), '账号已保存，下面是平台的回答。')) onAdded(reading.body.name);
  };
  return (
    <Modal.Root open onOpenChange={onClose}>
      <WideDialog aria-describedby={undefined}>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>添加账号</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <SingleSelect
              aria-label="平台"
              value={draft.publisher}
              onChange={(publisher) =>
                setDraft({ ...emptyDraft(String(publisher)), name: draft.name, title: draft.title })
              }
            >
              {PUBLISHERS.map(([publisher, title]) => (
                <SingleSelectOption key={publisher} value={publisher}>
                  {title}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <AccountForm
              account={null}
              draft={draft}
              onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
            />
          </Flex>
        </Modal.Body>
        <AccountDialogFooter
          obstacle={asked ? reading.obstacle : null}
          isLoading={isLoading}
          save="保存并核对"
          onSave={() => void submit()}
          onClose={onClose}
        />
      </WideDialog>
    </Modal.Root>
  );
}
