import { Table, Tbody, Td, Tr, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { ColumnHeads } from '../../components/column-heads';
import { Moment } from '../../components/moment';
import { StateMark } from '../../components/state-mark';
import type { Question } from '../../newsroom/shapes';

const COLUMNS = ['问的是', '原话举例', '次数', '最近一次', '用什么回答'] as const;
const EXPLAINERS = '/content-manager/collection-types/api::explainer.explainer';

/** Strapi's tables keep every cell on one line; what people write may take several. */
const Words = styled.p`
  min-width: 16rem;
  max-width: 40rem;
  font-size: 1.4rem;
  line-height: 1.5;
  white-space: normal;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
  a {
    color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** Questions with the same words in one row. */
export function QuestionTable({ questions }: { readonly questions: readonly Question[] }) {
  return (
    <Table colCount={COLUMNS.length} rowCount={questions.length + 1}>
      <ColumnHeads columns={COLUMNS} />
      <Tbody>
        {questions.map((question) => (
          <Row key={question.words} question={question} />
        ))}
      </Tbody>
    </Table>
  );
}

function Row({ question: { words, example, times, lastAskedAt, explainer, fits } }: { readonly question: Question }) {
  return (
    <Tr>
      <Td>
        <Words>{words}</Words>
      </Td>
      <Td>
        <Words>{example}</Words>
      </Td>
      <Td>
        <Typography style={{ fontVariantNumeric: 'tabular-nums' }}>{times}</Typography>
      </Td>
      <Td>
        <Typography>
          <Moment at={lastAskedAt} />
        </Typography>
      </Td>
      <Td>
        {!fits && (
          <Typography textColor="warning600" tag="p">
            <StateMark shape="question" /> {explainer ? '只有相近的' : '还没有解读'}
          </Typography>
        )}
        {explainer && (
          <Words>
            <Link to={`${EXPLAINERS}/${explainer.id}`}>{explainer.title}</Link>
          </Words>
        )}
      </Td>
    </Tr>
  );
}
