import { idAnswer } from '../../src/automation/shapes';
import { allPublished, plan, sign } from './product/publish-samples';
import { POLICY, SAMPLES } from './product/samples';
import { logInAdministrator } from './product/staff';
import { waitFor } from './product/wait-for';
import type { World } from './product/world';

/** What becomes of a policy after explainers of it were signed and published. */
export function validity(world: () => World): void {
  const text = async (path: string): Promise<string> => (await fetch(world().product.url + path)).text();

  test('a policy that staff repeal is called so at once on every page that leans on it, and nothing has to be signed', async () => {
    const { api, given, product } = world();
    const facts = {
      ...POLICY,
      title: '关于租房提取的规定',
      docNumber: '云澜政办发[2026]77号',
      effectiveOn: '2026-01-01',
    };
    const policy = await api.ask(idAnswer, 'POST', '/policies', { body: facts });
    const body = { ...SAMPLES.text(given), title: '租房提取公积金这样办', policies: [policy.id] };
    const { id } = await api.ask(idAnswer, 'POST', '/explainers', { body });
    const { version } = await sign(api, id);
    await plan(api, id, version, 'now', ['website']);
    await allPublished(api, id);
    const page = `/explainers/${id}/`;
    expect(await text(page)).not.toContain('class="notice');

    const administrator = await logInAdministrator(product.url, product.dataDir);
    const edit = `/content-manager/collection-types/api::policy.policy/${policy.id}`;
    const saved = await administrator.call('PUT', edit, { validity: 'repealed' });
    expect(saved.status).toBe(200);

    await waitFor('the banner', async () => (await text(page)).includes('》已废止。'));
    expect(await text(`/policies/${policy.id}/`)).toContain('这份文件已废止。');
    await waitFor('the list', async () => (await text('/topics/health/')).includes('validity-ended'));
    expect(await text(`/search?q=${encodeURIComponent('租房提取公积金')}`)).toContain('validity-ended');
    // Other explainers say nothing of it, and what was published is still that.
    expect(await text(`/explainers/${world().published.text.id}/`)).not.toContain('已废止');
    const [delivery] = await allPublished(api, id);
    expect(delivery).toMatchObject({ version, state: 'published', problem: null });
  });
}
