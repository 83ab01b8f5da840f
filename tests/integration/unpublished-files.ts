import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { z } from 'zod';
import { idAnswer } from '../../src/automation/shapes';
import { upload } from './product/client';
import { sign } from './product/publish-samples';
import { SAMPLES } from './product/samples';
import type { World } from './product/world';

const uploaded = z.object({ id: z.string(), url: z.string() });

/** Pictures of what is not public yet. */
export function unpublishedFiles(world: () => World): void {
  test('the pictures of a draft, signed or not, lie nowhere that a stranger could guess', async () => {
    const { api, given, product } = world();
    const bytes = await sharp({ create: { width: 700, height: 300, channels: 3, background: '#8a5a00' } })
      .png()
      .toBuffer();
    const media = await api.ask(uploaded, 'POST', '/media', { body: upload(bytes, '未公开的图解.png') });
    const images = [{ media: media.id, caption: '', longDescription: '图中文字' }];
    const { id } = await api.ask(idAnswer, 'POST', '/explainers', { body: { ...SAMPLES.image(given), images } });
    await sign(api, id);

    // 128 random bits, nothing of its own name; and no list of what is there.
    expect(media.url).toMatch(/^\/uploads\/[0-9a-f]{32}\.png$/);
    for (const list of ['/uploads', '/uploads/', '/media/', '/api/upload/files', '/upload/files']) {
      const answer = await fetch(product.url + list);
      expect([list, answer.status < 400 && (await answer.text()).includes(media.url.slice(9, 41))]).toEqual([
        list,
        false,
      ]);
    }
    // Who has the picture itself knows its hash; until it is prepared for readers it is not there either.
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (const name of ['700.avif', '700.webp', '700.jpg', '480.webp']) {
      expect((await fetch(`${product.url}/media/${sha256}-${name}`)).status).toBe(404);
    }
    // Smaller copies that the library makes would carry its name in theirs.
    for (const size of ['thumbnail', 'small', 'medium', 'large']) {
      expect((await fetch(`${product.url}/uploads/${size}_${media.url.slice(9)}`)).status).toBe(404);
    }
  });
}
