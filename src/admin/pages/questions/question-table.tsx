import { Table, Tbody, Td, Tr, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { CellWords } from '../../components/cell-words';
import { ColumnHeads } from '../../components/column-heads';
import { Moment } from '../../components/moment';
import { StateMark } from '../../components/state-mark';
import type { Question } from '../../newsroom/shapes';

const COLUMNS = ['问的是', '原话举例', '次数', '最近一次', '用什么回答'] as const;
const EXPLAINERS = '/content-manager/collection-types/api::explainer.explainer';

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
        <CellWords>{words}</CellWords>
      </Td>
      <Td>
        <CellWords>{example}</CellWords>
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
          <CellWords>
            <Link to={`${EXPLAINERS}/${explainer.id}`}>{explainer.title}</Link>
          </CellWords>
        )}
      </Td>
    </Tr>
  );
}
