import { Button, Flex } from '@strapi/design-system';
import { toChinaLocal, tomorrowAtNine } from '../time/china-local';

const TIMES: readonly { readonly label: string; readonly at: (now: number) => string }[] = [
  { label: '现在', at: () => 'now' },
  { label: '1 分钟后', at: (now) => toChinaLocal(now + 60_000) },
  { label: '明天 09:00', at: (now) => toChinaLocal(tomorrowAtNine(now)) },
];

/** Sets one time for every channel at once: `now`, or as a clock in China shows it. */
export function QuickTimes({ onChoose }: { readonly onChoose: (at: string) => void }) {
  return (
    <Flex gap={1} wrap="wrap" role="group" aria-label="统一时间">
      {TIMES.map(({ label, at }) => (
        <Button key={label} size="S" variant="tertiary" onClick={() => onChoose(at(Date.now()))}>
          {label}
        </Button>
      ))}
    </Flex>
  );
}
