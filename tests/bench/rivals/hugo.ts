import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CATEGORY_TITLES } from '../../../publishers/content';
import type { LargeItem } from '../large-site';

/** The version that is installed, or null. */
export function hugoVersion(): string | null {
  const asked = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : null;
}

const CONFIG = `baseURL = "https://yunlan.example/"
languageCode = "zh-Hans"
title = "云澜市政策解读"
paginate = 20
rssLimit = 30
[taxonomies]
  topic = "topics"
  policy = "policies"
[outputs]
  home = ["HTML", "RSS"]
  section = ["HTML"]
  term = ["HTML"]
  taxonomy = ["HTML"]
`;

/** What our pages have: head marks, header, place line, footer; card lists; the text of the document on its page. */
const BASE = `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>{{ .Title }}－{{ site.Title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="{{ .Params.summary }}">
<meta name="SiteName" content="{{ site.Title }}"><meta name="ColumnName" content="政策解读">
<meta name="ArticleTitle" content="{{ .Title }}"><meta name="PubDate" content="{{ .Date.Format "2006-01-02 15:04" }}">
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}">
<link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="/site.css">
<script type="application/ld+json">{{ dict "@type" "Article" "headline" .Title "abstract" .Params.summary "url" .Permalink "datePublished" .Date | jsonify | safeJS }}</script></head>
<body><header><a href="/">{{ site.Title }}</a><nav><ul><li><a href="/">首页</a></li><li><a href="/topics/">分类</a></li></ul></nav></header>
<nav aria-label="当前位置"><ol><li><a href="/">首页</a></li><li>{{ .Title }}</li></ol></nav>
<main>{{ block "main" . }}{{ end }}</main><footer><dl><dt>主办单位</dt><dd>云澜市人民政府办公室</dd><dt>网站标识码</dt><dd>0000000000</dd></dl></footer></body></html>
`;
const CARD = `{{ define "card" }}<article class="card"><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.summary }}</p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006年1月2日" }}</time></article>{{ end }}`;
const TEMPLATES: Readonly<Record<string, string>> = {
  'layouts/_default/baseof.html': BASE,
  'layouts/_default/single.html': `{{ define "main" }}<article><h1>{{ .Title }}</h1><p>发布 <time>{{ .Date.Format "2006年1月2日 15:04" }}</time></p><p class="answer">{{ .Params.summary }}</p>{{ .Content }}</article>{{ end }}`,
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ $p := .Paginate .Pages }}{{ range $p.Pages }}{{ template "card" . }}{{ end }}{{ template "_internal/pagination.html" . }}{{ end }}${CARD}`,
  'layouts/_default/terms.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}`,
  'layouts/index.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range first 12 (where site.RegularPages "Section" "explainers") }}{{ template "card" . }}{{ end }}{{ end }}${CARD}`,
};

/** Writes the same explainers as Markdown with the front matter that Hugo expects, and templates like ours. */
export async function writeHugoSite(directory: string, items: Iterable<LargeItem>): Promise<void> {
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(directory, name)), { recursive: true });
    await writeFile(path.join(directory, name), text);
  };
  await write('config.toml', CONFIG);
  for (const [name, text] of Object.entries(TEMPLATES)) await write(name, text);
  const documents = new Map<string, string>();
  for (const { id, policy, publishedAt, content } of items) {
    const { background, basis, intent, implementation } = content.aspects;
    const facts = {
      title: content.title,
      date: publishedAt,
      summary: content.summary,
      topics: [CATEGORY_TITLES[content.category]],
      policies: [policy],
    };
    const body = [background, basis, intent, implementation, content.body].join('\n\n');
    await write(`content/explainers/${id}.md`, `${JSON.stringify(facts)}\n\n${body}\n`);
    const [document] = content.policies;
    if (document) documents.set(policy, `${JSON.stringify({ title: document.title })}\n\n${document.body}\n`);
  }
  for (const [policy, text] of documents) await write(`content/policies/${policy}/_index.md`, text);
}

/** Builds all of it. @returns milliseconds, and how many pages there are now */
export async function buildWithHugo(directory: string): Promise<{ milliseconds: number; pages: number }> {
  const out = path.join(directory, 'public');
  await rm(out, { recursive: true, force: true });
  const start = performance.now();
  const built = spawnSync('hugo', ['--quiet'], { cwd: directory, encoding: 'utf8' });
  const milliseconds = performance.now() - start;
  if (built.status !== 0) throw new Error(`hugo: ${built.stderr}${built.stdout}`);
  return { milliseconds, pages: await countPages(out) };
}

/** How many HTML pages there are in a directory. */
export async function countPages(directory: string): Promise<number> {
  const names = await readdir(directory, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).length;
}
