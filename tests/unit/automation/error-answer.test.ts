import { errors } from '@strapi/utils';
import { errorAnswer } from '../../../src/automation/error-answer';
import { Refusal } from '../../../src/delivery/refusal';

const httpError = (status: number, message: string) => Object.assign(new Error(message), { status });

test.each([
  [new Refusal(409, 'plan.exists', '已有计划。', { delivery: 'd' }), 409, 'plan.exists'],
  [new errors.ApplicationError('刚被修改。', { code: 'explainer.stale', revision: 2 }), 409, 'explainer.stale'],
  [new errors.ValidationError('标题太长'), 400, 'content.invalid'],
  [new errors.PolicyError(), 403, 'user.forbidden'],
  [new errors.ForbiddenError(), 403, 'user.forbidden'],
  [new errors.UnauthorizedError(), 401, 'user.unknown'],
  [new errors.NotFoundError(), 404, 'content.unknown'],
  [new SyntaxError('Unexpected token'), 400, 'json.invalid'],
  [httpError(413, 'request entity too large'), 413, 'body.too-large'],
  [new Error('options.maxFileSize (209715200 bytes) exceeded'), 413, 'body.too-large'],
  [httpError(415, 'unsupported charset'), 415, 'http.415'],
  [new Error('database is locked'), 500, 'internal'],
  ['thrown text', 500, 'internal'],
])('%s', (error, status, code) => {
  const { status: answered, body } = errorAnswer(error);
  expect([answered, body.error.code]).toEqual([status, code]);
});

test('what broke inside is not shown, only a number under which the log has it', () => {
  const { body, fault } = errorAnswer(new Error('select * from secrets failed at /srv/mingbai.db'));
  expect(fault).toBe(true);
  expect(JSON.stringify(body)).not.toMatch(/secrets|srv/);
  expect(body.error.details).toEqual({ reference: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
});

test('a refusal is no fault and need not be logged', () => {
  expect(errorAnswer(new Refusal(404, 'delivery.unknown', '没有这条投放。')).fault).toBe(false);
});
