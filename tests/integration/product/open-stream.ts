/** Server-Sent Events as a browser reads them. */
export interface EventStream {
  readonly type: string;
  /** Waits for the next event of a name and gives its data, parsed. */
  next(name: string): Promise<unknown>;
  close(): void;
}

export async function openStream(url: string, headers: Readonly<Record<string, string>> = {}): Promise<EventStream> {
  const stop = new AbortController();
  const response = await fetch(url, { headers, signal: stop.signal });
  if (!response.body) throw new Error(`${url} has no stream`);
  const parts = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';

  async function nextEvent(): Promise<string> {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        const event = rest.slice(0, end);
        rest = rest.slice(end + 2);
        return event;
      }
      const { value, done } = await parts.read();
      if (done) throw new Error(`the stream ${url} ended`);
      rest += value;
    }
  }

  return {
    type: response.headers.get('content-type') ?? '',
    async next(name) {
      for (;;) {
        const lines = (await nextEvent()).split('\n');
        if (!lines.includes(`event: ${name}`)) continue;
        const data = lines.find((line) => line.startsWith('data: '));
        return JSON.parse(data?.slice('data: '.length) ?? 'null') as unknown;
      }
    },
    close: () => {
      stop.abort();
    },
  };
}
