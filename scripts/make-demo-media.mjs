/**
 * Draws the pictures and videos of the demo data into src/seed/media. Run by hand after a change of src/seed/media-src;
 * the results are committed, so that a start of the demo needs neither fonts nor ffmpeg.
 *
 *     node scripts/make-demo-media.mjs [pictures|videos]
 *
 * Needs the fonts Noto Sans CJK SC and Noto Serif CJK SC, and ffmpeg with libx264 for the videos.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { covers } from '../src/seed/media-src/covers.mjs';
import { figures } from '../src/seed/media-src/figures.mjs';
import { preschool } from '../src/seed/media-src/preschool.mjs';
import { slide } from '../src/seed/media-src/slide.mjs';
import { taxDeduction } from '../src/seed/media-src/tax-deduction.mjs';
import { tradeIn } from '../src/seed/media-src/trade-in.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCES = path.join(ROOT, 'src/seed/media-src');
const OUT = path.join(ROOT, 'src/seed/media');
const VIDEOS = ['estates', 'pension'];
const FADE_SECONDS = 0.5;

const savePng = (svg, file) =>
  sharp(Buffer.from(svg)).png({ palette: true, colours: 160, effort: 10, compressionLevel: 9 }).toFile(file);

async function makePictures() {
  for (const [name, svg] of Object.entries({ ...taxDeduction, ...preschool, ...tradeIn, ...covers, ...figures }))
    await savePng(svg, path.join(OUT, name));
}

/** The chain of cross-fades over `count` pictures, each shown for `seconds`. */
function crossFades(count, seconds) {
  const fades = [];
  for (let index = 1; index < count; index += 1) {
    const from = index === 1 ? '[0:v]' : `[f${index - 1}]`;
    fades.push(
      `${from}[${index}:v]xfade=transition=fade:duration=${FADE_SECONDS}:offset=${index * seconds}[f${index}]`,
    );
  }
  return `${fades.join(';')};[f${count - 1}]format=yuv420p[out]`;
}

async function makeVideo(name, frames) {
  const set = JSON.parse(readFileSync(path.join(SOURCES, `${name}-slides.json`), 'utf8'));
  const count = set.slides.length;
  const files = set.slides.map((_, index) => path.join(frames, `${name}-${index + 1}.png`));
  for (const [index, entry] of set.slides.entries())
    await sharp(Buffer.from(slide(set, entry, index + 1)))
      .png()
      .toFile(files[index]);
  await savePng(slide(set, set.slides[0], 1), path.join(OUT, `${name}-poster.png`));

  const seconds = set.secondsPerSlide;
  const pictures = files.flatMap((file) => [
    '-loop',
    '1',
    '-framerate',
    '25',
    '-t',
    `${seconds + FADE_SECONDS}`,
    '-i',
    file,
  ]);
  const silence = ['-f', 'lavfi', '-i', 'anullsrc=channel_layout=mono:sample_rate=44100'];
  const codecs = [
    '-c:v',
    'libx264',
    '-preset',
    'slow',
    '-tune',
    'stillimage',
    '-crf',
    '24',
    '-c:a',
    'aac',
    '-b:a',
    '32k',
  ];
  const ends = ['-t', `${count * seconds}`, '-movflags', '+faststart', '-map_metadata', '-1', '-fflags', '+bitexact'];
  execFileSync('ffmpeg', [
    ...['-y', '-loglevel', 'error', ...pictures, ...silence, '-filter_complex', crossFades(count, seconds)],
    ...['-map', '[out]', '-map', `${count}:a`, ...codecs, ...ends, path.join(OUT, `${name}.mp4`)],
  ]);
}

async function makeVideos() {
  const frames = mkdtempSync(path.join(tmpdir(), 'demo-media-'));
  try {
    for (const name of VIDEOS) await makeVideo(name, frames);
  } finally {
    rmSync(frames, { recursive: true });
  }
}

const wanted = process.argv[2];
mkdirSync(OUT, { recursive: true });
if (wanted !== 'videos') await makePictures();
if (wanted !== 'pictures') await makeVideos();
