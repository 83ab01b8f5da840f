import { Flex } from '@strapi/design-system';
import type { Problem } from '../newsroom/shapes';
import { ProblemNote } from './problem-note';

/** Problems one below the other, those that stop the work first. Nothing when there are none. */
export function ProblemList({ problems, label }: { readonly problems: readonly Problem[]; readonly label: string }) {
  if (problems.length === 0) return null;
  const ordered = [...problems].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} width="100%" aria-label={label}>
      {ordered.map((problem) => (
        <ProblemNote key={`${problem.code} ${problem.field ?? ''} ${problem.what}`} problem={problem} />
      ))}
    </Flex>
  );
}
