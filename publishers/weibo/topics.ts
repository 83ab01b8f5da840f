const MARKS = /[#＃]/g;

/** Whether Weibo would read a topic (#…#) in it. Through `2/statuses/share` topics are dropped without an error. */
export const hasTopic = (text: string): boolean => (text.match(MARKS) ?? []).length > 1;

/** The text without the marks of topics; the words of the topics stay. */
export const withoutTopics = (text: string): string => text.replace(MARKS, '');
