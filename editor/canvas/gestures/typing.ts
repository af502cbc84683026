/** True where keys write text, or belong to a list or dialog of its own. */
export function isTyping(target: Element | null): boolean {
  return (
    target?.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"], [role="menu"], .monaco-editor',
    ) != null
  )
}

/** True when a key or the clipboard is meant for the canvas: the focus is in it, or nowhere in particular around it. */
export function isForCanvas(target: Element | null, canvas: Element | null): boolean {
  return target !== null && canvas !== null && !isTyping(target) && (canvas.contains(target) || target.contains(canvas))
}
