import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Moment } from '../components/moment';
import type { Attempt } from '../newsroom/shapes';
import { attemptWords } from './attempt-words';

const Line = styled.ol`
  padding-left: 5px;
`;

const Entry = styled.li`
  position: relative;
  padding: 0 0 12px 20px;
  border-left: 1px solid ${({ theme }) => theme.colors.neutral200};

  &:last-child {
    border-left-color: transparent;
    padding-bottom: 0;
  }

  &::before {
    content: '';
    position: absolute;
    left: -5px;
    top: 6px;
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: ${({ theme }) => theme.colors.neutral400};
  }
`;

/** What was tried, in the order in which it happened. */
export function AttemptTimeline({ attempts }: { readonly attempts: readonly Attempt[] }) {
  if (attempts.length === 0) return <Typography textColor="neutral600">还没有开始。</Typography>;
  return (
    <Line aria-label="尝试记录">
      {attempts.map((attempt, index) => (
        // Attempts are only ever appended, so the place is the identity.
        <Entry key={index}>
          <Typography variant="omega">{attemptWords(attempt.step, attempt.outcome)}</Typography>{' '}
          <Typography variant="pi" textColor="neutral600" paddingLeft={2}>
            <Moment at={attempt.at} />
          </Typography>
          {attempt.problem && (
            <Box paddingTop={1}>
              <Typography variant="pi" textColor="neutral600">
                {attempt.problem.what}
              </Typography>
            </Box>
          )}
        </Entry>
      ))}
    </Line>
  );
}
