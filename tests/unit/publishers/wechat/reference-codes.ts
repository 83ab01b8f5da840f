import type { Reaction } from '../../../../src/delivery/reactions';

/** One line of the table: what the engine may do about each of these codes. */
interface ReferenceRow {
  /** Where in the collected documents of the platform the codes stand. */
  readonly source: string;
  readonly codes: string;
  /** The column "class" as it is written there; `null` where it says nothing. */
  readonly column: string | null;
  readonly reactions: readonly Reaction[];
  /** Why the reaction is not the one that the column would give. */
  readonly because?: string;
}

const ANY: readonly Reaction[] = ['again', 'by-hand', 'person'];

/**
 * Every code that a client of these calls has to expect, extracted by hand from the platform's pages (one row for each
 * row of the collected error table, then those that only the pages of single calls name). Words of the platform:
 * https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html
 */
export const REFERENCE_ROWS: readonly ReferenceRow[] = [
  { source: 'error table', codes: '-1', column: 'unknown outcome on writes', reactions: ['doubt'] },
  { source: 'error table', codes: '40001 40014 42001', column: 'refresh once, repeat', reactions: ['account'] },
  {
    source: 'error table',
    codes: '40002 40013 40125 41002 41004 40243 50004 50007',
    column: 'config error, stop channel',
    reactions: ['account'],
  },
  {
    source: 'error table',
    codes: '40164 89501 89502 89503 89504 89505 89506 89507',
    column: 'config error, show IP',
    reactions: ['account'],
  },
  { source: 'error table', codes: '40003 40031 40032 40130', column: 'input', reactions: ['person'] },
  {
    source: 'error table',
    codes: '40004 40005 40006 40007 40009 40010 40011 40012',
    column: 'input',
    reactions: ['person'],
  },
  {
    source: 'error table',
    codes: '40033 47001 47002 47003 44002 43001 43002',
    column: 'programming error',
    reactions: ['person'],
  },
  {
    source: 'error table',
    codes: '40035 40038 40039 40059 40060 40062 40065 40114',
    column: 'input',
    reactions: ['person'],
  },
  { source: 'error table', codes: '41001 41005 41006 41011 41026 41039', column: 'input', reactions: ['person'] },
  { source: 'error table', codes: '44001 44003 44004', column: 'input', reactions: ['person'] },
  {
    source: 'error table',
    codes: '45001 45002 45003 45004 45005 45006 45007 45008 45020 45021 45068',
    column: 'input (content must be edited)',
    reactions: ['person'],
  },
  { source: 'error table', codes: '45009 45011 45028 45047 45104', column: 'later', reactions: ['again'] },
  { source: 'error table', codes: '45061', column: 'later', reactions: ['again'] },
  { source: 'error table', codes: '45062', column: 'manual', reactions: ['by-hand'] },
  {
    source: 'error table',
    codes: '45065',
    column: 'success with msg_id',
    reactions: ['doubt'],
    because: 'with its msg_id it is success, and no problem; without one nobody knows which message it was',
  },
  {
    source: 'error table',
    codes: '45066',
    column: 'wait 60 s',
    reactions: ['doubt'],
    because: 'an earlier call under the same id is under way, so that something may be public already',
  },
  { source: 'error table', codes: '45067', column: 'bug', reactions: ['person'] },
  { source: 'error table', codes: '45103 48009 47009', column: 'code change', reactions: ['person'] },
  {
    source: 'error table',
    codes: '45110 45157 45158 45159 45161 45166 45168',
    column: 'input',
    reactions: ['person'],
  },
  { source: 'error table', codes: '46001', column: 'input', reactions: ['person'] },
  { source: 'error table', codes: '46007', column: 'later', reactions: ['again'] },
  { source: 'error table', codes: '48001', column: 'permission -> manual path', reactions: ['by-hand'] },
  {
    source: 'error table',
    codes: '48003 48004 48008 48010 48013 48014 48015 48021',
    column: 'permission or manual',
    reactions: ['by-hand'],
  },
  { source: 'error table', codes: '48005 48006', column: 'input', reactions: ['person'] },
  { source: 'error table', codes: '50002', column: 'account', reactions: ['account'] },
  { source: 'error table', codes: '53404 53405 53406', column: 'input', reactions: ['person'] },
  {
    source: 'error table',
    codes: '53500 53502 53503 53504 53505 53600',
    column: 'manual / input',
    reactions: ['by-hand', 'person'],
  },
  {
    source: 'error table',
    codes: '53501',
    column: 'manual / input',
    reactions: ['again'],
    because: '"publish too frequently" ends by itself; nobody has to do anything',
  },
  { source: 'error table', codes: '61500 61501', column: 'input', reactions: ['person'] },
  { source: 'error table', codes: '61503', column: 'later', reactions: ['again'] },
  {
    source: 'error table',
    codes: '88000 88001 88002 88003 88004 88005 88007 88008 88009 88010 88011',
    column: null,
    reactions: ['person'],
  },

  { source: 'transport', codes: '43003', column: null, reactions: ['person'] },
  { source: 'quota and diagnosis', codes: '76001 76002 76003 76004', column: null, reactions: ['person'] },
  { source: 'media and material', codes: '40113 40137 45074 89005 89006', column: null, reactions: ANY },
  { source: 'drafts', codes: '40155 40192 40204 40215 40229 45064 45086', column: null, reactions: ['person'] },
  { source: 'mass send', codes: '40132 45052 45083 45084', column: null, reactions: ['person'] },
  { source: 'tags and users', codes: '45056 45057 45058 45059', column: null, reactions: ['person'] },
  {
    source: 'table of return codes (what a path that does not exist answers)',
    codes: '40066',
    column: null,
    reactions: ['person'],
  },
];

export const REFERENCE_CODES: readonly (ReferenceRow & { readonly code: string })[] = REFERENCE_ROWS.flatMap((row) =>
  row.codes.split(' ').map((code) => ({ ...row, code })),
);
