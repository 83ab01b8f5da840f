import { Flex, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { CounterList } from '../components/counter-list';
import { PhoneFrame } from '../components/phone-frame';
import type { Rendition } from '../newsroom/shapes';

const Wide = styled(Modal.Content)`
  max-width: min(170rem, 96vw);
  width: max-content;
`;

const Row = styled.div`
  display: flex;
  gap: 32px;
  overflow-x: auto;
  padding-bottom: 8px;
`;

interface Props {
  readonly renditions: readonly Rendition[];
  readonly onClose: () => void;
}

/** Every channel side by side at the width of a phone, to compare them before signing. */
export function AllRenditions({ renditions, onClose }: Props) {
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Wide aria-describedby={undefined}>
        <Modal.Header closeLabel="关闭预览">
          <Modal.Title>全部渠道稿</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Row tabIndex={0} role="group" aria-label="全部渠道稿">
            {renditions.map((rendition) => (
              <Flex key={rendition.account} direction="column" alignItems="stretch" gap={2} width="377px" shrink={0}>
                <Typography variant="delta" tag="h3">
                  {rendition.title}
                </Typography>
                <PhoneFrame title={`${rendition.title}预览`} html={rendition.preview} />
                <CounterList counters={rendition.counters} />
              </Flex>
            ))}
          </Row>
        </Modal.Body>
      </Wide>
    </Modal.Root>
  );
}
