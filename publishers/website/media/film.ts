import { z } from 'zod';
import { runFfmpeg } from './ffmpeg';

/** What of a film decides how it is brought to the site. */
export const film = z.object({
  /** Pixels as shown, upright. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Seconds. */
  duration: z.number().positive(),
  /** Frames per second as a fraction, `30000/1001`, halved above 30. */
  rate: z.string().regex(/^\d+\/\d+$/),
  hasSound: z.boolean(),
  /** Whether browsers play its tracks as they are, at a rate that phones can follow. */
  plays: z.boolean(),
});
export type Film = z.infer<typeof film>;

/** The demuxer is named, so that a list of addresses that calls itself a film is never followed. */
export const input = (mime: string, file: string): readonly string[] => [
  ...['-protocol_whitelist', 'file', '-f', mime === 'video/webm' ? 'matroska' : 'mov', '-i', file],
];

/** Bits per second above which a film is coded anew. */
const MOST_BITS = 6_000_000;
/** Above this a film is taken for damaged; seconds. */
const LONGEST = 6 * 3_600;

const answer = z.object({
  format: z.object({ duration: z.coerce.number().positive().max(LONGEST), bit_rate: z.coerce.number().optional() }),
  streams: z.array(
    z.object({
      codec_type: z.string(),
      codec_name: z.string().optional(),
      pix_fmt: z.string().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
      avg_frame_rate: z.string().optional(),
      side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
    }),
  ),
});

/** @returns null where there is no ffmpeg, or the file is no film that it can read */
export async function readFilm(mime: string, file: string): Promise<Film | null> {
  const ran = await runFfmpeg('ffprobe', [
    ...['-v', 'error', '-print_format', 'json', '-show_format', '-show_streams'],
    ...input(mime, file),
  ]);
  if (ran.state !== 'done') return null;
  const read = answer.safeParse(JSON.parse(ran.output));
  const picture = read.data?.streams.find((stream) => stream.codec_type === 'video');
  if (!read.success || !picture?.width || !picture.height) return null;
  const sound = read.data.streams.find((stream) => stream.codec_type === 'audio');
  const lies = picture.side_data_list?.some(({ rotation = 0 }) => Math.abs(rotation) % 180 === 90) ?? false;
  const { duration, bit_rate: bits = MOST_BITS } = read.data.format;
  return {
    width: lies ? picture.height : picture.width,
    height: lies ? picture.width : picture.height,
    duration,
    rate: rateOf(picture.avg_frame_rate),
    hasSound: sound !== undefined,
    plays:
      mime === 'video/mp4' &&
      picture.codec_name === 'h264' &&
      picture.pix_fmt === 'yuv420p' &&
      (sound === undefined || sound.codec_name === 'aac') &&
      bits <= MOST_BITS,
  };
}

function rateOf(given = ''): string {
  const [, over = '', under = ''] = /^(\d+)\/(\d+)$/.exec(given) ?? [];
  const rate = Number(over) / Number(under);
  if (!(rate >= 1 && rate <= 240)) return '25/1';
  return rate > 30 ? `${over}/${Number(under) * Math.ceil(rate / 30)}` : `${over}/${under}`;
}
