import { input, type Film } from './film';

/** One run of ffmpeg that makes one file of the work. `needs`: files of the work that are joined byte by byte first. */
export interface FilmTask {
  readonly makes: string;
  readonly joins?: { readonly into: string; readonly parts: readonly string[] };
  readonly args: readonly string[];
}

/** One size in which a film goes on the site; `side`: pixels of the shorter side. */
export interface FilmSize {
  readonly side: number;
  readonly copied: boolean;
}

/** Seconds of film per task: short enough that a stop waits for it, long enough that starting ffmpeg is no cost. */
const SLICE = 20;
const LARGE = 1080;
const SMALL = 480;
/** A film that is hardly larger than the small size is offered once. */
const WORTH_TWO = 600;
/** So that no time of a slice is negative: ffmpeg would shift that slice alone. Seconds. */
const OFFSET = 10;

export const SOURCE = 'source';
export const POSTER = 'poster.png';
export const sizeName = ({ side }: FilmSize): string => `${side}.mp4`;

/** The sizes, the largest first. What plays as it is keeps its pictures and only loses what the camera noted. */
export function filmSizes({ width, height, plays }: Film): readonly FilmSize[] {
  const side = Math.min(width, height);
  const copied = plays && side <= LARGE;
  const large = { side: copied ? side : even(Math.min(side, LARGE)), copied };
  return large.side > WORTH_TWO ? [large, { side: SMALL, copied: false }] : [large];
}

/**
 * Everything that has to be made, in order. Pictures are coded in slices, each a task of its own, so that a crash costs
 * seconds and no task outlasts its claim; sound in one go, because it would click where slices meet.
 */
export function filmTasks(mime: string, film: Film): readonly FilmTask[] {
  const source = input(mime, SOURCE);
  const sizes = filmSizes(film);
  const coded = sizes.filter(({ copied }) => !copied);
  const quiet = ['-nostdin', '-v', 'error', '-y'];
  const sound = ['-vn', '-c:a', 'aac', '-b:a', '96k', '-ac', '2', '-map_metadata', '-1'];
  return [
    {
      makes: POSTER,
      args: [
        ...[...quiet, '-ss', String(Math.min(5, film.duration / 10)), ...source],
        ...['-vf', 'thumbnail=75', '-frames:v', '1', '-update', '1'],
      ],
    },
    ...(coded.length > 0 && film.hasSound ? [{ makes: 'sound.m4a', args: [...quiet, ...source, ...sound] }] : []),
    ...sizes.flatMap((size) =>
      size.copied
        ? [{ makes: sizeName(size), args: [...quiet, ...source, ...COPY, '-map', '0:v:0', '-map', '0:a:0?'] }]
        : codeInSlices(size, film, quiet, source),
    ),
  ];
}

/** Nothing but the tracks, and their index first, so that a player can begin at once. */
const COPY = ['-c', 'copy', '-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart'];

function codeInSlices(
  size: FilmSize,
  film: Film,
  quiet: readonly string[],
  source: readonly string[],
): readonly FilmTask[] {
  const { side } = size;
  const [over = 25, under = 1] = film.rate.split('/').map(Number);
  const frames = Math.max(1, Math.round((SLICE * over) / under));
  const seconds = (frames * under) / over;
  const count = Math.max(1, Math.ceil((film.duration - 0.1) / seconds));
  const scale = `scale='if(gt(iw,ih),-2,${side})':'if(gt(iw,ih),${side},-2)'`;
  const slices = Array.from({ length: count }, (_, index): FilmTask => ({
    makes: `${side}-${index}.ts`,
    args: [
      ...[...quiet, '-ss', String(index * seconds), ...source, '-an', '-sn', '-dn', '-map_metadata', '-1'],
      ...['-vf', `fps=${film.rate}:start_time=0,${scale}`, '-frames:v', String(frames)],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '24', '-profile:v', 'high', '-pix_fmt', 'yuv420p'],
      ...['-g', String(Math.round((2 * over) / under)), '-muxdelay', '0', '-muxpreload', '0'],
      ...['-output_ts_offset', String(OFFSET + index * seconds), '-f', 'mpegts'],
    ],
  }));
  const all = `${side}.ts`;
  const withSound = film.hasSound ? ['-f', 'mov', '-i', 'sound.m4a', '-map', '0:v:0', '-map', '1:a:0'] : [];
  return [
    ...slices,
    {
      makes: sizeName(size),
      joins: { into: all, parts: slices.map(({ makes }) => makes) },
      args: [...quiet, '-protocol_whitelist', 'file', '-f', 'mpegts', '-i', all, ...withSound, ...COPY],
    },
  ];
}

const even = (pixels: number): number => pixels - (pixels % 2);
