import { z } from 'zod';
import type { Frame } from '../frame';
import { DATA_SETS, DATA_SET_NAMES, INDEX_PATH, schemaPath } from '../open-data/data-sets';
import type { DataSetName } from '../open-data/data-sets';
import { shell } from '../shell';

const PATH = '/open-data/';

/** What is given away, under which terms, and what each field means. */
export function openDataPage({ site, siteUrl }: Frame): string {
  return shell({
    title: '开放数据',
    description: `下载${site.name}全部政策解读和政策文件的数据，附字段说明。`,
    path: PATH,
    siteUrl,
    site,
    breadcrumb: [{ title: '首页', href: '/' }],
    bodyClass: 'page-data',
    main: (
      <article class="data">
        <header class="list-head">
          <h1>开放数据</h1>
          <p class="muted">已发布、未撤下的全部政策解读和政策文件，随发布更新。{site.dataTerms}</p>
        </header>
        {DATA_SET_NAMES.map((name) => (
          <DataSet key={name} name={name} />
        ))}
        <section class="prose" aria-labelledby="how-title">
          <h2 id="how-title">怎样使用</h2>
          <ul>
            <li>JSON Lines：每行一条记录，UTF-8 编码，适合程序读取。</li>
            <li>
              CSV：可以用表格软件直接打开，UTF-8 编码，带字节序标记。多个值写在一格里，用“；”隔开；以 = + - @
              开头的格子前加一个单引号，防止被当成公式。
            </li>
            <li>
              只要最近的内容时，不必下载整份数据：数据按发布先后分册，每册 20 条，写满后不再增加。册数和地址见{' '}
              <a href={INDEX_PATH}>数据目录（JSON）</a>，编号最大的一册最新。
            </li>
            <li>撤下的解读会从数据中去掉，请定期重新下载。</li>
          </ul>
        </section>
      </article>
    ),
  });
}

function DataSet({ name }: { readonly name: DataSetName }) {
  const { title, record } = DATA_SETS[name];
  return (
    <section class="prose data-set" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{title}</h2>
      <ul class="data-files">
        <li>
          <a href={`/open-data/${name}.csv`}>下载 CSV（表格）</a>
        </li>
        <li>
          <a href={`/open-data/${name}.jsonl`}>下载 JSON Lines</a>
        </li>
        <li>
          <a href={schemaPath(name)}>记录格式（JSON Schema）</a>
        </li>
      </ul>
      <section class="table" aria-label={`${title}的字段`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">字段</th>
              <th scope="col">类型</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {fieldsOf(record).map((field) => (
              <tr key={field.name}>
                <th scope="row">
                  <code>{field.name}</code> <span class="field-title">{field.title}</span>
                </th>
                <td>{field.type}</td>
                <td>{field.description}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

const TYPES: Readonly<Record<string, string>> = { string: '文字', array: '列表' };

const field = z.object({
  title: z.string(),
  description: z.string(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  anyOf: z.array(z.object({ type: z.string() })).optional(),
});

/** The dictionary is read off the schema that is published, so the two cannot differ. */
function fieldsOf(record: z.ZodObject) {
  const { properties = {} } = z.toJSONSchema(record);
  return Object.entries(properties).map(([name, property]) => {
    const { title, description, type, anyOf } = field.parse(property);
    const kinds = anyOf?.map((one) => one.type) ?? [type ?? 'string'].flat();
    const optional = kinds.includes('null') ? '，可空' : '';
    const [kind = 'string'] = kinds.filter((one) => one !== 'null');
    return { name, title, description, type: `${TYPES[kind] ?? kind}${optional}` };
  });
}
