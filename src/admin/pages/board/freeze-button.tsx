import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useFreezeMutation, useStatusQuery } from '../../newsroom/newsroom-api';
import { useAct } from '../../newsroom/use-act';

/** One act that stops everything that is still to go out. Not offered while it is stopped already. */
export function FreezeButton() {
  const { data: status } = useStatusQuery(undefined);
  const [asking, setAsking] = useState(false);
  if (!status || status.frozen) return null;
  return (
    <>
      <Button variant="danger-light" onClick={() => setAsking(true)}>
        冻结发布
      </Button>
      {asking && <FreezeDialog onClose={() => setAsking(false)} />}
    </>
  );
}

function FreezeDialog({ onClose }: { readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [freeze, { isLoading }] = useFreezeMutation();
  const act = useAct();
  const submit = async () => {
    if (await act(freeze({ reason: reason.trim() }).unwrap(), '发布已冻结。')) onClose();
  };
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>冻结发布</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              全部渠道的投放都会暂停，已经发布的不受影响。解除后，仍在允许时间内的会依次补发，其余由人决定。
            </Typography>
            <Field.Root gap={1} required>
              <Field.Label>理由</Field.Label>
              <Field.Input
                maxLength={200}
                value={reason}
                onChange={(event: { readonly target: { readonly value: string } }) => setReason(event.target.value)}
              />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            返回
          </Button>
          <Button variant="danger" disabled={reason.trim() === ''} loading={isLoading} onClick={() => void submit()}>
            确定冻结
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
