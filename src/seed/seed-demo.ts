import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Product } from '../assembly';
import { createPlan } from '../delivery/plan';
import { DEMO_MEDIA, explainers, MEDIA_DIR_RELATIVE, plan, policies } from './demo';
import type { DemoExplainer } from './demo/demo-explainer';
import { policyInput } from '../editorial/inputs';
import type { LibraryFile } from '../editorial/library';

const WHO = '演示数据';
/** Publishers whose platform is this very site. */
const OWN_PUBLISHERS = new Set(['website', 'micro-broadcast']);
const DAY = 24 * 60 * 60_000;
/** The demo's day in China, whatever zone the machine is in. */
const CHINA = 8 * 60 * 60_000;

/**
 * Fills an empty database with the fictional city's newsroom: policies, explainers, what is already out, what is about
 * to go out while somebody watches, and what lies in the days ahead. Does nothing when there is any explainer.
 */
export async function seedDemo(product: Product, root: string, isEmpty: () => Promise<boolean>): Promise<void> {
  if (!(await isEmpty())) return;
  product.log('info', 'writing the demo data');
  const started = product.parts.now().getTime();
  const media = await uploadMedia(product, root);
  const policyIds = new Map<string, string>();
  for (const { key, ...policy } of policies) {
    policyIds.set(key, await product.archive.createPolicy(policyInput.parse(withoutNulls(policy))));
  }
  const ids = new Map<string, string>();
  for (const demo of explainers)
    ids.set(demo.key, await product.archive.createExplainer(toInput(demo, policyIds, media)));

  const id = (key: string): string => {
    const found = ids.get(key);
    if (found === undefined) throw new Error(`the demo plan names an unknown explainer: ${key}`);
    return found;
  };
  const atDay = (day: number, time: string): number => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const midnight = Math.floor((started + CHINA) / DAY) * DAY - CHINA;
    return midnight + day * DAY + (hour * 60 + minute) * 60_000;
  };

  for (const { explainer, deliveries, corrected } of plan.published) {
    const website = deliveries.find((d) => d.account === 'website');
    if (website) await publishInThePast(product, id(explainer), atDay(website.day, website.time));
    const demo = explainers.find(({ key }) => key === explainer);
    if (!corrected || !demo?.corrected) continue;
    const { revision } = await product.editorial.draft(id(explainer));
    const { body } = toInput({ ...demo, corrected: null }, policyIds, media);
    await product.archive.updateExplainer(id(explainer), { revision, body, correction: demo.corrected.note });
    await publishInThePast(product, id(explainer), atDay(corrected.day, corrected.time));
  }
  for (const { explainer, deliveries } of plan.coming) {
    await planNow(
      product,
      id(explainer),
      deliveries.map((d) => ({ account: d.account, at: atDay(d.day, d.time) })),
    );
  }
  // Counted from here, not from the beginning of the writing, which takes longer on a slow machine. The platforms keep
  // their own time: what the phones show was sent now, shortly after the start.
  let after = product.parts.now().getTime();
  await planNow(
    product,
    id(plan.next.explainer),
    plan.next.deliveries.map((d) => ({ account: d.account, at: after + d.secondsFromStart * 1_000 })),
  );
  for (const { explainer, deliveries } of plan.published) {
    const others = deliveries
      .filter((d) => d.account !== 'website')
      .map((d) => ({ account: d.account, at: (after += 1_000) }));
    if (others.length > 0) await planNow(product, id(explainer), others);
  }
  product.log('info', 'demo data written', { explainers: explainers.length, policies: policies.length });
}

/** Signs and publishes on the website by a clock that stands in the past. */
async function publishInThePast(product: Product, explainer: string, at: number): Promise<void> {
  const past = product.at(() => new Date(at));
  const version = await past.editorial.sign(explainer, null, WHO);
  await createPlan(past.parts, {
    explainer,
    version: version.id,
    deliveries: [{ account: 'website', at: 'now' }],
    by: WHO,
  });
  await past.engine.tick();
  await past.engine.idle();
}

async function planNow(
  product: Product,
  explainer: string,
  wanted: readonly { account: string; at: number }[],
): Promise<void> {
  // The fictional city never speaks through a real account.
  const own = (await product.parts.accounts()).filter(
    (a) => product.publishing.mode === 'sandbox' || OWN_PUBLISHERS.has(a.account.publisher),
  );
  const known = new Set(own.map((a) => a.account.name));
  const deliveries = wanted
    .filter((d) => known.has(d.account))
    .map((d) => ({ account: d.account, at: new Date(d.at).toISOString() }));
  const version = await product.editorial.sign(explainer, null, WHO);
  if (deliveries.length > 0) await createPlan(product.parts, { explainer, version: version.id, deliveries, by: WHO });
}

async function uploadMedia(product: Product, root: string): Promise<ReadonlyMap<string, LibraryFile>> {
  const files = new Map<string, LibraryFile>();
  // The library moves what it is given away from its place, so it gets copies.
  const scratch = await mkdtemp(join(tmpdir(), 'mingbai-seed-'));
  try {
    for (const [name, { mime, alt }] of Object.entries(DEMO_MEDIA)) {
      const path = join(scratch, name);
      await copyFile(join(root, MEDIA_DIR_RELATIVE, name), path);
      files.set(name, await product.archive.addFile({ path, name, mime, size: (await stat(path)).size }, alt));
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return files;
}

function toInput(
  demo: DemoExplainer,
  policyIds: ReadonlyMap<string, string>,
  media: ReadonlyMap<string, LibraryFile>,
): Parameters<Product['archive']['createExplainer']>[0] {
  const file = (name: string): LibraryFile => {
    const found = media.get(name);
    if (!found) throw new Error(`${demo.key} names an unknown file: ${name}`);
    return found;
  };
  const fileId = (name: string) => String(file(name).id);
  const text = (markdown: string) =>
    markdown.replace(/demo-media:([\w.-]+)/g, (_whole, name: string) => file(name).url);
  const { key: _key, aspects, body, cover, images, video, interview, corrected, policies: keys, ...plain } = demo;
  const first = corrected ? body.replace(corrected.right, corrected.wrong) : body;
  return {
    ...plain,
    policies: keys.map((key) => policyIds.get(key) ?? key),
    aspects: {
      background: text(aspects.background),
      basis: text(aspects.basis),
      intent: text(aspects.intent),
      implementation: text(aspects.implementation),
    },
    body: text(first),
    cover: cover === null ? null : fileId(cover),
    images: images.map((image) => ({ ...image, media: fileId(image.media) })),
    video: video && { ...video, media: fileId(video.media), poster: fileId(video.poster) },
    interview: interview && { people: interview.people, turns: interview.turns },
  };
}

const withoutNulls = (policy: object): object =>
  Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== null));
