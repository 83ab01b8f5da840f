import { Button, Flex, Typography } from '@strapi/design-system';

interface Props {
  /** What keeps it from being done as it stands; null when nothing does. */
  readonly doubt: string | null;
  readonly label: string;
  readonly severe: boolean | undefined;
  readonly isLoading: boolean;
  readonly onSubmit: () => void;
  readonly onBack: () => void;
}

/** How every form of an action ends: what is in the way, the button that does it, and the way back. */
export function ActionEnd({ doubt, label, severe, isLoading, onSubmit, onBack }: Props) {
  return (
    <>
      {doubt !== null && (
        <Typography textColor="danger700" role="alert">
          {doubt}
        </Typography>
      )}
      <Flex gap={2}>
        <Button variant={severe ? 'danger' : 'default'} loading={isLoading} onClick={onSubmit}>
          {label}
        </Button>
        <Button variant="tertiary" onClick={onBack}>
          返回
        </Button>
      </Flex>
    </>
  );
}
