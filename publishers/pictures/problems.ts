import type { ProblemTable } from '../problem';

/** What can be wrong with a picture itself, when it is uploaded and when it is sent. */
export const pictureProblems: ProblemTable = {
  'picture.heic': {
    kind: 'input',
    what: '图片“{name}”是苹果手机的 HEIC 格式，网页、微信和微博都不能用。',
    next: '请在手机“设置 → 相机 → 格式”选“兼容性最佳”后重拍，或导出为 JPG，再上传。',
  },
  'picture.drawing': {
    kind: 'input',
    what: '图片“{name}”是 SVG 矢量图，里面可能带有程序和外部地址，不能用。',
    next: '请在绘图软件里导出为 PNG，再上传。',
  },
  'picture.too-many-pixels': {
    kind: 'input',
    what: '图片“{name}”的像素太多，超过 6000 万，无法处理。',
    next: '请把长边缩到 8000 像素以内，再上传。',
  },
  'picture.broken': {
    kind: 'input',
    what: '图片“{name}”打不开，可能没有传完整、已损坏，或不是图片。',
    next: '请用看图软件打开核对，另存为 JPG 或 PNG，再上传。',
  },
  'picture.host-not-allowed': {
    kind: 'input',
    what: '图片“{address}”在别的网站上，那里没有放行，没有取回。',
    next: '请下载图片后上传，再从素材库插入；常用的网站可以请运维加进放行名单。',
  },
  'picture.not-fetched': {
    kind: 'input',
    what: '图片“{address}”没有取回：{reason}。',
    next: '请下载图片后上传，再从素材库插入。',
  },
  'picture.format': {
    kind: 'input',
    what: '图片“{name}”的格式（{mime}）不能发布。',
    next: '请另存为 JPG 或 PNG，重新上传并插入。',
  },
};
