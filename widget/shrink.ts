/** Smaller ones travel as they are. */
const small = 1_000_000
/** Enough to see a crack in a cup. */
const longest = 2_048

/** A large photo in fewer dots, as the browser shows it: turned the right way, without the camera's notes. What cannot be read stays as it is. */
export async function shrink(file: Blob): Promise<Blob> {
  if (file.size <= small || file.type === 'image/gif') return file
  try {
    const bitmap = await createImageBitmap(file)
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    const paper = canvas.getContext('2d')
    if (paper) {
      // what is transparent would turn black
      paper.fillStyle = '#fff'
      paper.fillRect(0, 0, canvas.width, canvas.height)
      paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    }
    bitmap.close()
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return made && made.size < file.size ? made : file
  } catch {
    return file
  }
}
