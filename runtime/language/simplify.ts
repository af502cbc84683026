import characters from 'opencc-js/dict/TSCharacters'

/** Traditional → simplified by UTF-16 unit, one for one, 0 where nothing changes; nothing that maps is mapped to. */
const simple = readTable()
const anyHan = /[\u3400-\u9fff\uf900-\ufaff]/

/** The text in simplified characters, as long as before. Idempotent. */
export function simplify(text: string): string {
  if (!anyHan.test(text)) return text
  let changed = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const to = simple[text.charCodeAt(at)] as number
    if (to === 0) continue
    changed += text.slice(from, at) + String.fromCharCode(to)
    from = at + 1
  }
  return from === 0 ? text : changed + text.slice(from)
}

/** The same of one UTF-16 unit. */
export function simpleUnit(code: number): number {
  return (simple[code] as number) || code
}

function readTable(): Uint16Array {
  const table = new Map<number, string>()
  for (const pair of characters.split('|')) {
    const [from, to] = pair.split(' ')
    if (from?.length === 1 && to?.length === 1 && from !== to) table.set(from.charCodeAt(0), to)
  }
  // spellings that the table leaves to phrases, or that differ only on one side of the strait
  for (const [from, to] of ['妳你', '牠它', '祂他', '衹只', '裏里', '裡里', '麽么']) if (from && to) table.set(from.charCodeAt(0), to)
  for (const [from, to] of table) {
    const further = table.get(to.charCodeAt(0))
    if (further !== undefined) table.set(from, further)
  }
  for (const to of [...table.values()]) table.delete(to.charCodeAt(0))
  const units = new Uint16Array(0x10000)
  for (const [from, to] of table) units[from] = to.charCodeAt(0)
  return units
}
