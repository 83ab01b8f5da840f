import { Button, Flex, Modal, Typography } from '@strapi/design-system';

interface Props {
  /** What still keeps the account from being saved, once that was asked for. */
  readonly obstacle: string | null;
  readonly isLoading: boolean;
  /** On the button that saves. */
  readonly save: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

export const AccountDialogFooter = ({ obstacle, isLoading, save, onSave, onClose }: Props) => (
  <Modal.Footer>
    <Button variant="tertiary" onClick={onClose}>
      返回
    </Button>
    <Flex gap={3}>
      {obstacle !== null && (
        <Typography role="alert" textColor="danger600">
          {obstacle}
        </Typography>
      )}
      <Button loading={isLoading} onClick={onSave}>
        {save}
      </Button>
    </Flex>
  </Modal.Footer>
);
