import { Link, Typography } from '@strapi/design-system';
import type { Delivery } from '../newsroom/shapes';

/** Where the published piece can be read; a receipt without an address still shows its number on the platform. */
export function ReceiptLink({ receipt }: { readonly receipt: Delivery['receipt'] }) {
  if (!receipt) return null;
  if (!receipt.url) {
    return (
      <Typography variant="pi" textColor="neutral600">
        回执 {receipt.id}
      </Typography>
    );
  }
  return (
    <Link href={receipt.url} isExternal>
      查看
    </Link>
  );
}
