/** What somebody does in the newsroom: writes, edits, reviews in one of three rounds, signs and publishes, hosts live rooms. */
export type Duty = '撰稿' | '编辑' | '一审' | '二审' | '三审' | '发布' | '直播主持';

/** A fictional member of staff of 云澜市. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly department: string;
  readonly duty: Duty;
}

export const people: readonly DemoPerson[] = [
  { key: 'lin', name: '林青禾', department: '云澜市政务公开办公室', duty: '撰稿' },
  { key: 'song', name: '宋予真', department: '云澜市政务公开办公室', duty: '撰稿' },
  { key: 'jiang', name: '江远山', department: '云澜市政务公开办公室', duty: '撰稿' },
  { key: 'he', name: '何静安', department: '云澜市政务公开办公室', duty: '编辑' },
  { key: 'tang', name: '汤知行', department: '云澜市政务公开办公室', duty: '一审' },
  { key: 'lu', name: '陆言谨', department: '云澜市司法局', duty: '二审' },
  { key: 'fu', name: '傅立明', department: '云澜市人民政府办公室', duty: '三审' },
  { key: 'qiu', name: '邱晚晴', department: '云澜市融媒体中心', duty: '发布' },
  { key: 'su', name: '苏见山', department: '云澜市政务公开办公室', duty: '直播主持' },
];
