import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useRemoveAccountMutation } from '../../newsroom/accounts-api';
import type { AccountDetails } from '../../newsroom/shapes';
import { useAct } from '../../newsroom/use-act';
import { Section } from './section';

/** Takes an account of staff away; the server refuses while something of it is open. */
export function RemoveAccount({
  account,
  onRemoved,
}: {
  readonly account: AccountDetails;
  readonly onRemoved: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const [remove, { isLoading }] = useRemoveAccountMutation();
  const act = useAct();
  const submit = async () => {
    if (await act(remove(account.name).unwrap(), `“${account.title}”已移除。`)) onRemoved();
  };
  return (
    <Section title="移除">
      {asking ? (
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <Typography>移除后不能再向它发布，凭证一并删除；已经发布的内容不受影响。</Typography>
          <Flex gap={2}>
            <Button size="S" variant="danger" loading={isLoading} onClick={() => void submit()}>
              确定移除
            </Button>
            <Button size="S" variant="tertiary" onClick={() => setAsking(false)}>
              返回
            </Button>
          </Flex>
        </Flex>
      ) : (
        <Flex>
          <Button size="S" variant="danger-light" onClick={() => setAsking(true)}>
            移除账号
          </Button>
        </Flex>
      )}
    </Section>
  );
}
