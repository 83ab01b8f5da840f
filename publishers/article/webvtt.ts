/** WebVTT as far as captions need it: the header, cues with times and text. https://www.w3.org/TR/webvtt1/ */

/** Times in seconds. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `line` counts from 1; `fault` is zh-Hans, without a full stop. */
export interface CaptionFault {
  readonly line: number;
  readonly fault: string;
}

export interface Captions {
  readonly cues: readonly Cue[];
  readonly faults: readonly CaptionFault[];
}

const HEADER = /^WEBVTT(?:[ \t]|$)/;
const ASIDE = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;
const TIMING = /^(\S+)[ \t]+-->[ \t]+(\S+)(?:[ \t]|$)/;
const TIME = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;

/** Never throws; whatever is wrong is listed, and the cues that can be read are kept. */
export function parseWebVtt(source: string): Captions {
  const lines = source.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  if (!HEADER.test(lines[0] ?? '')) return { cues: [], faults: [{ line: 1, fault: '第一行应为 WEBVTT' }] };
  const cues: Cue[] = [];
  const faults: CaptionFault[] = [];
  for (const block of paragraphs(lines)) {
    const cue = readCue(block);
    if (cue && 'fault' in cue) faults.push(cue);
    else if (cue) cues.push(cue);
  }
  if (cues.length === 0 && faults.length === 0) faults.push({ line: lines.length, fault: '没有任何一条字幕' });
  return { cues, faults };
}

interface Paragraph {
  /** Number of the first line, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** What stands between empty lines, without the header. */
function paragraphs(lines: readonly string[]): readonly Paragraph[] {
  const result: { line: number; lines: string[] }[] = [];
  let open: { line: number; lines: string[] } | null = null;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') open = null;
    else if (open) open.lines.push(line);
    else result.push((open = { line: index + 1, lines: [line] }));
  }
  return result.slice(1);
}

function readCue({ line, lines }: Paragraph): Cue | CaptionFault | null {
  const [first = '', second = ''] = lines;
  if (ASIDE.test(first)) return null;
  // A cue may have a name of its own on the line above its times.
  const named = !first.includes('-->');
  const times = TIMING.exec(named ? second : first);
  const at = line + (named ? 1 : 0);
  const start = seconds(times?.[1]);
  const end = seconds(times?.[2]);
  if (start === null || end === null) return { line: at, fault: '时间写法不对' };
  if (end <= start) return { line: at, fault: '结束时间不晚于开始时间' };
  return { start, end, text: lines.slice(named ? 2 : 1).join('\n') };
}

function seconds(time: string | undefined): number | null {
  const parts = TIME.exec(time ?? '');
  if (!parts) return null;
  const [, hours = '0', minutes, rest, milliseconds] = parts;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) + Number(milliseconds) / 1000;
}
