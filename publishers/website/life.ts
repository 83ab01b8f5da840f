/** Ways into the site by who somebody is and by what happens in a life. Each leads to a search. */
export const AUDIENCES = ['老年人', '学生和家长', '企业', '个体工商户', '灵活就业人员', '残疾人', '新市民'] as const;
export const LIFE_EVENTS = ['出生', '入学', '就业', '购房租房', '看病', '退休', '开办企业'] as const;
