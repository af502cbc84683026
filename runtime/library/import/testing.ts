import { crc32, deflateRawSync } from 'node:zlib'

/** A workbook of one sheet, as small as one can be: for tests. */
export function workbook(rows: readonly (readonly (string | number)[])[]): Uint8Array<ArrayBuffer> {
  const cells = rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((value, column) => cell(value, `${String.fromCharCode(65 + column)}${at + 1}`)).join('')}</row>`,
    )
    .join('')
  return sheetOf(cells)
}

/** A workbook whose one sheet has these rows, as XML, and a text that its cells may share. */
export function sheetOf(rows: string, sharedText?: string): Uint8Array<ArrayBuffer> {
  const main = 'http://schemas.openxmlformats.org'
  const head = '<?xml version="1.0" encoding="UTF-8"?>'
  return archive({
    '[Content_Types].xml': `${head}<Types xmlns="${main}/package/2006/content-types"/>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}/spreadsheetml/2006/main" xmlns:r="${main}/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${main}/package/2006/relationships"><Relationship Id="r1" Type="${main}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    ...(sharedText === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `${head}<sst xmlns="${main}/spreadsheetml/2006/main"><si><t>${sharedText}</t></si></sst>` }),
  })
}

/** Packs texts; `claimed` writes another size into the directory than what comes out. */
export function archive(parts: Record<string, string | Uint8Array>, claimed?: number): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const packed = deflateRawSync(bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(claimed ?? bytes.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const file = Buffer.concat([mark(0x04034b50), shared, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([mark(0x02014b50), Buffer.from([20, 0]), shared, rest, Buffer.from(name)]))
    files.push(file)
    offset += file.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...files, list, mark(0x06054b50), end]))
}

function mark(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function cell(value: string | number, address: string): string {
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}
