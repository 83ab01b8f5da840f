import { parseWebVtt } from '../../../../publishers/article/webvtt';

test('cues are read with their times, names and notes aside', () => {
  const source =
    '\ufeffWEBVTT 中文\n\nNOTE 校对过\n\n开场\n00:01.000 --> 00:04.500 align:start\n大家好\n欢迎\n\n01:00:00.000 --> 01:00:02.000\n再见\n';
  expect(parseWebVtt(source)).toEqual({
    cues: [
      { start: 1, end: 4.5, text: '大家好\n欢迎' },
      { start: 3600, end: 3602, text: '再见' },
    ],
    faults: [],
  });
});

test.each([
  ['', 1, '第一行应为 WEBVTT'],
  ['1\n00:01,000 --> 00:02,000\n字幕', 1, '第一行应为 WEBVTT'],
  ['WEBVTT\n\n00:01,000 --> 00:02,000\n字幕', 3, '时间写法不对'],
  ['WEBVTT\n\n一\n00:05.000 --> 00:02.000\n字幕', 4, '结束时间不晚于开始时间'],
  ['WEBVTT\n', 2, '没有任何一条字幕'],
])('a fault is found and said with its line (%#)', (source, line, fault) => {
  expect(parseWebVtt(source).faults).toEqual([{ line, fault }]);
});
