import { Table, Tbody, Td, Tr, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { CellWords } from '../../components/cell-words';
import { ColumnHeads } from '../../components/column-heads';
import type { FeedbackList } from '../../feedback/shapes';

const COLUMNS = ['解读', '没帮助', '有帮助', '留言'] as const;
const EXPLAINERS = '/content-manager/collection-types/api::explainer.explainer';

/** What readers of the site answered, first what helped least; the sentences stand beside the explainer itself. */
export function FeedbackTable({ items }: FeedbackList) {
  return (
    <Table colCount={COLUMNS.length} rowCount={items.length + 1}>
      <ColumnHeads columns={COLUMNS} />
      <Tbody>
        {items.map(({ explainer, helpful, unhelpful, sentences }) => (
          <Tr key={explainer.id}>
            <Td>
              <CellWords>
                <Link to={`${EXPLAINERS}/${explainer.id}`}>{explainer.title}</Link>
              </CellWords>
            </Td>
            {[unhelpful, helpful, sentences].map((count, index) => (
              <Td key={COLUMNS[index + 1]}>
                <Typography style={{ fontVariantNumeric: 'tabular-nums' }}>{count}</Typography>
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
