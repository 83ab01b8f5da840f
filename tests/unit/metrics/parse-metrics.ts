const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*(?:\{[^{}]*\})?) ([Nn]a[Nn]|[+-]?Inf|[-+0-9.e]+)$/;

/** Prometheus' text format as a map of series to values. @throws on a line that is none of it */
export function parseMetrics(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !/^# (HELP|TYPE) /.test(line));
  return new Map(
    lines.map((line): [string, number] => {
      const [, series, value] = LINE.exec(line) ?? [];
      if (series === undefined || value === undefined) throw new Error(`no metric: ${line}`);
      return [series, Number(value.replace('Inf', 'Infinity'))];
    }),
  );
}
