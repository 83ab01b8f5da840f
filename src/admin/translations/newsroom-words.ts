/** Our own messages that Strapi looks up by id: menu entries and titles of widgets. */
export const newsroomWords: Readonly<Record<string, string>> = {
  'mingbai.board': '发布看板',
  'mingbai.accounts': '渠道账号',
  'mingbai.questions': '群众在问',
  'mingbai.widget.attention': '需要人处理',
  'mingbai.widget.today': '今天的投放',
  'mingbai.widget.board': '发布看板',
};
