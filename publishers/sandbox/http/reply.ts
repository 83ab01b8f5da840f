/** An answer before it is sent; faults may still change it. */
export interface Reply {
  readonly status: number;
  readonly mime: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** One word for the list of calls: `ok`, an error code, or the HTTP status. */
  readonly outcome: string;
}

export const jsonReply = (value: unknown, status = 200, outcome = 'ok'): Reply => ({
  status,
  mime: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
  outcome,
});

export const notFound: Reply = {
  status: 404,
  mime: 'text/plain; charset=utf-8',
  body: '沙盒里没有这个地址。',
  outcome: '404',
};
