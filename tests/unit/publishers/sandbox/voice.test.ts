import { startClient, type Answer, type Client } from './client';

let client: Client;
beforeAll(async () => (client = await startClient()));
afterAll(() => client.sandbox.close());

/** 12.2 kbit/s: 32 bytes for each 20 ms. */
const amr = (seconds: number): Buffer => {
  const frame = Buffer.alloc(32);
  frame[0] = 7 << 3;
  return Buffer.concat([Buffer.from('#!AMR\n'), ...Array.from({ length: seconds * 50 }, () => frame)]);
};
/** 8000 samples of one byte each second. */
const wav = (seconds: number): Buffer => {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt32LE(8000, 28);
  head.write('data', 36);
  head.writeUInt32LE(seconds * 8000, 40);
  return Buffer.concat([head, Buffer.alloc(seconds * 8000)]);
};
/** MPEG-1 layer 3 at 32 kbit/s and 32 kHz: 36 ms and 144 bytes a frame, behind an ID3 tag. */
const mp3 = (seconds: number): Buffer => {
  const frame = Buffer.alloc(144);
  frame.writeUInt32BE(0xfffb1800);
  const tag = Buffer.concat([Buffer.from('ID3\x04\x00\x00\x00\x00\x01\x00', 'latin1'), Buffer.alloc(128)]);
  return Buffer.concat([tag, ...Array.from({ length: Math.ceil(seconds / 0.036) }, () => frame)]);
};

const RECORDINGS = { amr, wav, mp3 };
const add = (bytes: Buffer, name: string, path = 'material/add_material?type=voice'): Promise<Answer> =>
  client.upload(path, bytes, name);

test.each(Object.entries(RECORDINGS))(
  'a recording (%s) of a minute is taken, a longer one is not',
  async (ending, made) => {
    expect(await add(made(59), `a.${ending}`)).toHaveProperty('media_id');
    expect(await add(made(62), `a.${ending}`)).toMatchObject({ errcode: 45007 });
  },
);

test('the same holds for those that live for three days', async () => {
  expect(await add(amr(62), 'a.amr', 'media/upload?type=voice')).toMatchObject({ errcode: 45007 });
});

test('a recording of which only the head is there is measured by what is there', async () => {
  expect(await add(wav(62).subarray(0, 1000), 'a.wav')).toHaveProperty('media_id');
});
