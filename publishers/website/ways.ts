/**
 * Ways into the site by who somebody is and by what happens in a life. The words stand in fields that staff fill in
 * anyway, so that nobody has to file an explainer a second time.
 */
export interface Way {
  /** zh-Hans, as readers say it. */
  readonly title: string;
  /** An explainer in whose fields one of them stands belongs here. */
  readonly words: RegExp;
}

/** By 适用对象. */
export const AUDIENCES = {
  'audience-elders': { title: '老年人', words: /老年|老人|退休|长者|赡养/ },
  'audience-families': { title: '学生和家长', words: /学生|家长|孩子|子女|幼儿|儿童|家庭/ },
  'audience-companies': { title: '企业', words: /企业|公司|用人单位|经营主体/ },
  'audience-traders': { title: '个体工商户', words: /个体/ },
  'audience-flexible-workers': { title: '灵活就业人员', words: /灵活就业|新就业形态|自由职业|求职/ },
  'audience-disabled': { title: '残疾人', words: /残疾|残障/ },
  'audience-newcomers': { title: '新市民', words: /新市民|外来|随迁|务工|青年/ },
} as const satisfies Readonly<Record<string, Way>>;

/** By 标题 and 关键词. */
export const LIFE_EVENTS = {
  'event-birth': { title: '出生', words: /出生|生育|新生儿|育儿|婴幼儿/ },
  'event-school': { title: '入学', words: /入学|入园|上学|学前教育|幼儿园|招生|学费/ },
  'event-work': { title: '就业', words: /就业|求职|招聘|失业|劳动/ },
  'event-home': { title: '购房租房', words: /购房|租房|住房|租赁|公积金|老旧小区|加装电梯/ },
  'event-illness': { title: '看病', words: /看病|门诊|住院|医保|医疗|报销|参保/ },
  'event-retirement': { title: '退休', words: /退休|养老/ },
  'event-business': { title: '开办企业', words: /开办企业|创业|营业执照|小微企业|设备更新|以旧换新|个体工商户/ },
} as const satisfies Readonly<Record<string, Way>>;
