/** What the tests use of a client for WeChat that others wrote; its package has no types. */
declare module 'co-wechat-api' {
  /** A parsed answer, the text of one that is not JSON, or the bytes of a file. */
  type Answered = Readonly<Record<string, unknown>> & Buffer;

  class API {
    constructor(appId: string, appSecret: string);
    /** Where `cgi-bin` is; ends with a slash. */
    prefix: string;
    /** The same for files. */
    fileServerPrefix: string;
    /** @throws an Error with the platform's number as `code` */
    request(url: string, options: Readonly<Record<string, unknown>>): Promise<Answered>;
    ensureAccessToken(): Promise<{ readonly accessToken: string }>;
    getAccessToken(): Promise<{ readonly accessToken: string; readonly expireTime: number }>;
    getIp(): Promise<Answered>;
    uploadImage(file: string): Promise<Answered>;
    uploadMedia(file: string, type: string): Promise<Answered>;
    getMedia(mediaId: string): Promise<Answered>;
    uploadMaterial(file: string, type: string): Promise<Answered>;
    uploadVideoMaterial(file: string, description: { title: string; introduction: string }): Promise<Answered>;
    uploadMPVideo(video: { media_id: string; title: string; description: string }): Promise<Answered>;
    getMaterial(mediaId: string): Promise<Answered>;
    removeMaterial(mediaId: string): Promise<Answered>;
    getMaterialCount(): Promise<Answered>;
    getMaterials(type: string, offset: number, count: number): Promise<Answered>;
    massSendNews(mediaId: string, receivers: unknown, clientMsgId?: string, ignoreReprint?: number): Promise<Answered>;
    massSendText(content: string, receivers: unknown, clientMsgId?: string): Promise<Answered>;
    massSendVideo(mediaId: string, receivers: unknown, clientMsgId?: string): Promise<Answered>;
    getMassMessageStatus(messageId: unknown): Promise<Answered>;
    deleteMass(messageId: unknown): Promise<Answered>;
    previewNews(openId: string, mediaId: string): Promise<Answered>;
    previewText(openId: string, content: string): Promise<Answered>;
    getTags(): Promise<Answered>;
    createTags(name: string): Promise<Answered>;
    updateTag(id: number, name: string): Promise<Answered>;
    deleteTag(id: number): Promise<Answered>;
  }
  export = API;
}
