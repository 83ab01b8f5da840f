/** A push computed by another program: message, how it is encrypted, and both signatures. */
export const KNOWN = {
  token: 'SandboxToken2026',
  appId: 'wx5c6e2f0a1b3d4c8e',
  encodingAesKey: 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG',
  timestamp: '1767225600',
  nonce: '987654321',
  signature: '0ebd0817613c9db6af2f73fa221785407eba1887',
  messageSignature: 'da4ea4fbff9c6627754f91cae2e8fe87679ebc3e',
  message:
    '<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><FromUserName><![CDATA[oMphelper00000000000000000001]]></FromUserName><CreateTime>1767225600</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[PUBLISHJOBFINISH]]></Event><PublishEventInfo><publish_id>2247503051</publish_id><publish_status>0</publish_status><article_id><![CDATA[b5O2OUs25HBxRceL7hfReg-U9QGeq9zQjiDvy]]></article_id><article_detail><count>1</count><item><idx>1</idx><article_url><![CDATA[http://mp.weixin.qq.com/s/SANDBOXSANDBOXSANDBOX]]></article_url></item></article_detail></PublishEventInfo></xml>',
  encrypted:
    'ekfxmJroAhr9FP0D+Y9Qm4vJbpYNVP+z5N1R+ee2W9MVazPYWpMKvDIC6AGhkvWmqd1nppNmv9wX3zWoDeLT/EFa4ipjnOXFLdQjY5DRwOH4YCVFCkmn/kVKBj5FmAXhewWTqCqzTM90xcRxYFmKRlgN/qoggd9ipA75dvHqLd3/hdpWe/gY1GnEKDrxxQkoRjcScswQnH0CA1qEjv0w4ylO7jV/MhTk9kyj0h1/MpNdVfYNNHaYyFlhLF2FL5qHfQiHkA+lZRV85fOmXmNK1MTFzhnIulT/Wu8yICt9hzxV7d84kUK1Dggo5fr7TdkoitDQVshvqkdn178qhqdDElXB06McBoNl80W7DYNFVsJIcq3h5NNNFTj0gc4BSbrokmq/0o9Y/l1FyZhp6sxt6lUTBvYcT7uHgozuC4zCCe3vIulRcku5hO5l+f68YE0+iXyvuwgTV6tVIJ5z0VK9qB6B9JwunlQQqXjVAoOGDAZiJ9Gcpu24JtFgI0L3PuhGBCwFCJSe4dUN5PxnwXqZUWyMrb3YcxfBZjNv5ndeXLkvOOl0udjZBSWuzVLjB+eaE3gpHnKZK6ox/qAc87/0De2Hzc6fM6LKlBWi3pBS/go4ELwOYoXHa7ZvS7pkX2BrXj6kONG4V8NYGb9J6hiucDtsFKbXXb5hy4IrqISB7CFzqLnd+6YZViqEa9oqLavMh3+4aUXpyd6zcC7Jj6alYUn6DWvyJmcQVpijfX5T0h0ggb2i8XWyYOCTlRUDQY18YixQJK0QNwPiG6EMbPE/7zI1Fn4HJjnjFq6XN1lyzM4Ijs9//IqW7I35T0YY/CAYUxsJXav1JN66NqLYhZZ8Wg==',
} as const;
