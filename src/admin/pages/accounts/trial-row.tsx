import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { TextField } from '../../components/text-field';
import { useMakeTrialMutation, useRemoveTrialMutation, useShowTrialMutation } from '../../newsroom/accounts-api';
import { useAct } from '../../newsroom/use-act';

/** 发送测试草稿: shows that the account works from end to end; readers see nothing of it. */
export function TrialRow({ name }: { readonly name: string }) {
  const [make, making] = useMakeTrialMutation();
  const [remove, removing] = useRemoveTrialMutation();
  const [show, showing] = useShowTrialMutation();
  const [to, setTo] = useState('');
  const [words, setWords] = useState<string | null>(null);
  const [made, setMade] = useState(false);
  const act = useAct();
  const run = async (request: Promise<{ readonly words: string }>, done: string, after: boolean) => {
    const worked = await act(
      request.then((answer) => setWords(answer.words)),
      done,
      ({ message }) => setWords(message),
    );
    if (worked) setMade(after);
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {words !== null && <Typography role="status">{words}</Typography>}
      <Flex gap={2}>
        <Button
          size="S"
          variant="secondary"
          loading={making.isLoading}
          onClick={() => void run(make(name).unwrap(), '测试草稿已建好。', true)}
        >
          发送测试草稿
        </Button>
        {made && (
          <Button
            size="S"
            variant="tertiary"
            loading={removing.isLoading}
            onClick={() => void run(remove(name).unwrap(), '测试草稿已删除。', false)}
          >
            删除测试草稿
          </Button>
        )}
      </Flex>
      {made && (
        <Flex gap={2} alignItems="flex-end">
          <TextField label="发到手机看：微信号" maxLength={64} value={to} onChange={setTo} />
          <Button
            size="S"
            variant="tertiary"
            disabled={to.trim().length < 2}
            loading={showing.isLoading}
            onClick={() => void run(show({ name, to: to.trim() }).unwrap(), '已发到手机。', true)}
          >
            发送
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
