import { Button, Flex, Typography } from '@strapi/design-system';
import { useAccountsQuery, useStatusQuery, useUnfreezeMutation } from '../../newsroom/newsroom-api';
import { useAct } from '../../newsroom/use-act';

/** Says that publishing is stopped, why and for whom. Nothing while it is not. */
export function FrozenBanner({ mayLift }: { readonly mayLift: boolean }) {
  const { data: status } = useStatusQuery(undefined);
  const { data: accounts } = useAccountsQuery(undefined);
  const [unfreeze, { isLoading }] = useUnfreezeMutation();
  const act = useAct();
  const frozen = status?.frozen;
  if (!frozen) return null;
  const titles = frozen.accounts?.map((name) => accounts?.find((a) => a.name === name)?.title ?? name);
  return (
    <Flex
      role="alert"
      background="danger100"
      padding={4}
      hasRadius
      justifyContent="space-between"
      alignItems="center"
      gap={4}
    >
      <Typography textColor="danger700" fontWeight="semiBold">
        {titles ? `${titles.join('、')}已冻结` : '全部渠道已冻结'}：{frozen.reason}
      </Typography>
      {mayLift && (
        <Button
          variant="tertiary"
          loading={isLoading}
          onClick={() => void act(unfreeze(undefined).unwrap(), '冻结已解除。')}
        >
          解除冻结
        </Button>
      )}
    </Flex>
  );
}
