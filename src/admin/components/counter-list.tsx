import { Flex, Typography } from '@strapi/design-system';
import type { Rendition } from '../newsroom/shapes';

/** Figures against their limits, e.g. 标题 18 / 64. Over the limit: red, bold and said in words. */
export function CounterList({ counters }: { readonly counters: Rendition['counters'] }) {
  if (counters.length === 0) return null;
  return (
    <Flex tag="ul" gap={4} wrap="wrap" width="100%" aria-label="字数">
      {counters.map(({ label, value, limit }) => {
        const over = value > limit;
        return (
          <Typography
            key={label}
            tag="li"
            variant="pi"
            textColor={over ? 'danger600' : 'neutral600'}
            fontWeight={over ? 'bold' : 'regular'}
            style={{ fontVariantNumeric: 'tabular-nums' }}
          >
            {label} {value} / {limit}
            {over && `，超出 ${value - limit}`}
          </Typography>
        );
      })}
    </Flex>
  );
}
