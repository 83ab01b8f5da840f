import { requireBearer } from '../../../src/automation/bearer';
import { Refusal } from '../../../src/delivery/refusal';

/** Status and code with which a header is refused; null when it opens the interface. */
function refusal(header: string | undefined, token: string | null): string | null {
  try {
    requireBearer(header, token);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return `${error.status} ${error.code}`;
    throw error;
  }
}

test.each(['Bearer secret', 'bearer secret'])('%s opens the interface', (header) => {
  expect(refusal(header, 'secret')).toBeNull();
});

test.each([undefined, '', 'Bearer', 'Bearer ', 'Bearer secret2', 'Bearer  secret', 'Basic secret', 'secret'])(
  '%j does not',
  (header) => {
    expect(refusal(header, 'secret')).toBe('401 api.unauthorized');
  },
);

test('without a token in the environment the interface is closed to everybody', () => {
  expect(refusal('Bearer null', null)).toBe('503 api.closed');
});
