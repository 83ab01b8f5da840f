/**
 * Sums, shares, spans of time and ages with their unit: what people look for. Numbers of documents, of buildings and of
 * the clock are left alone.
 */
export const FIGURE =
  '(?<![\\d.,:：/第])\\d[\\d,]*(?:\\.\\d+)?(?:(?:万|亿)?元|%|‰|个工作日|个自然日|个月|天|小时|分钟|周岁|岁|倍|折)';
