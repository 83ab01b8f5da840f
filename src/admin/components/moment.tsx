import { formatInstant, formatMoment } from '../time/format-moment';

/** A time as staff say it, with the full instant on hover. @param props.at ISO 8601 */
export function Moment({ at }: { readonly at: string }) {
  const milliseconds = Date.parse(at);
  return (
    <time dateTime={at} title={formatInstant(milliseconds)} style={{ fontVariantNumeric: 'tabular-nums' }}>
      {formatMoment(milliseconds, Date.now())}
    </time>
  );
}
