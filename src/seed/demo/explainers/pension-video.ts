import slides from '../../media-src/pension-slides.json';
import { demoExplainer } from '../demo-explainer';
import { narration } from '../narration';

export const pensionVideo = demoExplainer({
  key: 'pension-video',
  form: 'video',
  title: '42秒看懂：个人养老金从哪天开始',
  summary: '先定框架，再定办法，36个城市（地区）先行，2024年12月15日起全国实施。云澜居民，就看最后这一天。',
  category: 'social-security',
  keywords: ['个人养老金', '时间线', '视频'],
  audiences: ['在职人员', '居民', '老年人'],
  policies: ['pension-framework', 'pension-measures', 'pension-pilot', 'pension-nationwide'],
  cover: 'pension-poster.png',
  impact: {
    who: '听说过个人养老金、弄不清从哪天开始的人。',
    changes: '2024年12月15日起，全国都可以参加。',
    action: '自愿参加，先了解再决定；有人催转账，请挂断。',
  },
  aspects: {
    background: '四份文件、四个日子，容易混在一起。',
    basis: '国办发〔2022〕7号、人社部发〔2022〕70号、人社厅函〔2022〕169号、人社部发〔2024〕87号。',
    intent: '让人一听就明白：哪个日子管自己。',
    implementation: '云澜市政务服务中心1楼设咨询台，只讲政策、不推荐产品。',
  },
  body: `视频没有配音，字幕和下面的文字稿内容一致。

想看四份文件的原文和例子，请读文字解读《个人养老金到底从哪天开始》。`,
  video: { media: 'pension.mp4', poster: 'pension-poster.png', ...narration(slides) },
  source: '云澜市人力资源和社会保障局',
  author: '宋予真',
  responsibleEditor: '何静安',
  contact: '云澜市人力资源和社会保障局养老保险科；政务服务便民热线12345',
});
