import { Button, Flex } from '@strapi/design-system';
import { STATE_GROUPS } from '../../delivery/state-groups';

interface Props {
  /** Name of a group; null = all. */
  readonly chosen: string | null;
  readonly onChoose: (name: string | null) => void;
}

const CHOICES: readonly { readonly name: string | null; readonly title: string }[] = [
  { name: null, title: '全部' },
  ...STATE_GROUPS,
];

/** Which deliveries the board shows. */
export function GroupFilter({ chosen, onChoose }: Props) {
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label="筛选">
      {CHOICES.map(({ name, title }) => (
        <Button
          key={title}
          size="S"
          variant={name === chosen ? 'secondary' : 'tertiary'}
          aria-pressed={name === chosen}
          onClick={() => onChoose(name)}
        >
          {title}
        </Button>
      ))}
    </Flex>
  );
}
