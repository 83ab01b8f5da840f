import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Problem } from '../newsroom/shapes';
import { showField } from './show-field';
import { TextAction } from './text-action';

const Note = styled(Box)<{ $error: boolean }>`
  border-left: 3px solid ${({ theme, $error }) => ($error ? theme.colors.danger600 : theme.colors.warning600)};
  padding: 2px 0 2px 10px;
`;

/** One problem: what happened, then what to do. A problem of a field leads there. */
export function ProblemNote({ problem }: { readonly problem: Problem }) {
  const { field } = problem;
  return (
    <Note $error={problem.severity === 'error'} tag="li" title={problem.code}>
      <Typography variant="omega">
        {problem.severity === 'warning' && '提醒：'}
        {problem.what}
      </Typography>{' '}
      <Typography variant="omega" textColor="neutral600">
        {problem.next}
      </Typography>{' '}
      {field !== null && <TextAction onClick={() => showField(field)}>去修改</TextAction>}
    </Note>
  );
}
