/** Numbers as they are written in China: with an area code, mobile, 400, and the short ones of public services. */
const NUMBER = '(?:0\\d{2,3}[-—－]\\d{5,8}|1[3-9]\\d{9}|400-?\\d{3}-?\\d{4}|12\\d{3})(?!\\d)';

/** A number in running text: only after a word that says it is one to call. */
export const SPOKEN_PHONE = `(?<=(?:拨打|致电|电话|热线|拨)[：:]?\\s?)${NUMBER}`;
/** A number among contacts, where nothing else of this shape stands. */
export const PHONE = new RegExp(`((?<![\\d-])${NUMBER})`, 'u');

/** Where a tap on the number leads. */
export const phoneAddress = (number: string): string => `tel:${number.replace(/\D/g, '')}`;

export const phoneLink = (number: string): string => `<a class="phone" href="${phoneAddress(number)}">${number}</a>`;
