import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import { useAct } from '../newsroom/use-act';
import { useChangeCommentMutation } from './readers-api';

/** What the server takes; the platform may take less. */
const LONGEST = 600;

/** An answer that readers will see under the comment. */
export function ReplyForm({ comment, onDone }: { readonly comment: string; readonly onDone: () => void }) {
  const [content, setContent] = useState('');
  const [change, { isLoading }] = useChangeCommentMutation();
  const act = useAct();
  const submit = async () => {
    const sent = change({ id: comment, act: 'reply', content: content.trim() }).unwrap();
    if (await act(sent, '已回复，读者可以看到。')) onDone();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root gap={1}>
        <Field.Label>回复</Field.Label>
        <Textarea
          maxLength={LONGEST}
          value={content}
          onChange={(event: { readonly target: { readonly value: string } }) => setContent(event.target.value)}
        />
      </Field.Root>
      <Flex gap={2}>
        <Button size="S" disabled={content.trim() === ''} loading={isLoading} onClick={() => void submit()}>
          发出回复
        </Button>
        <Button size="S" variant="tertiary" onClick={onDone}>
          返回
        </Button>
      </Flex>
    </Flex>
  );
}
