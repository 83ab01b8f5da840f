import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { StateGroup } from '../../delivery/state-groups';

const EXPLAINERS = '/content-manager/collection-types/api::explainer.explainer';

/** What to do first when nothing was ever planned; one sentence when only this filter is empty. */
export function EmptyBoard({ group }: { readonly group: StateGroup | null }) {
  if (group) {
    return (
      <Typography tag="p" textColor="neutral600" role="status">
        {group.empty}
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="flex-start" gap={3} padding={8} background="neutral0" hasRadius role="status">
      <Typography variant="delta" tag="h2">
        还没有投放
      </Typography>
      <Typography textColor="neutral600">先写一篇解读，签发，再在右侧“排期”中选择渠道和时间。</Typography>
      <LinkButton tag={Link} to={EXPLAINERS}>
        去写解读
      </LinkButton>
    </Flex>
  );
}
