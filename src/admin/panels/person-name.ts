/** Who signed, without the address behind the name: `李编辑 <li@example.gov.cn>` → `李编辑`. */
export function personName(signedBy: string): string {
  return signedBy.replace(/\s*<[^<>]*>$/, '') || signedBy;
}
