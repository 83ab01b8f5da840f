import slides from '../../media-src/estates-slides.json';
import { demoExplainer } from '../demo-explainer';
import { narration } from '../narration';

export const estatesVideo = demoExplainer({
  key: 'estates-video',
  form: 'video',
  title: '48秒看懂：老小区改造，钱怎么出',
  summary: '基础项目居民不出钱，停车、无障碍等每户最多1500元，装电梯每台补20万元；申报从12月1日到明年1月31日。',
  category: 'housing',
  keywords: ['老旧小区', '改造', '加装电梯', '视频'],
  audiences: ['老小区居民', '老年人'],
  policies: ['yunlan-estates', 'old-estates'],
  cover: 'estates-poster.png',
  impact: {
    who: '住在老小区、关心改造要出多少钱的人。',
    changes: '三类项目的出资写成了数字，装电梯有参照比例。',
    action: '12月1日至明年1月31日，向街道提出申请。',
  },
  aspects: {
    background: '改造最怕钱说不清。这段视频把办法里的数字，一项一项讲给您听。',
    basis:
      '《国务院办公厅关于全面推进城镇老旧小区改造工作的指导意见》（国办发〔2020〕23号）；《云澜市城镇老旧小区改造实施办法》（云澜政办发〔2026〕21号）第五条、第六条、第七条。',
    intent: '表决之前，先知道自己要出多少。',
    implementation: '2026年12月1日起施行，2027年1月31日前向街道申报，街道15个工作日内答复。',
  },
  body: `视频没有配音，字幕和下面的文字稿内容一致，可以慢慢看。

例子：一台电梯56万元，补助20万元，剩36万元。二层参照比例8%，是2.88万元，这一层两户，每户1.44万元。`,
  video: { media: 'estates.mp4', poster: 'estates-poster.png', ...narration(slides) },
  source: '云澜市住房和城乡建设局',
  author: '林青禾',
  responsibleEditor: '江远山',
  contact: '云澜市住房和城乡建设局老旧小区改造办公室；政务服务便民热线12345',
});
