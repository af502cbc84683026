/** True where keys write text, or belong to a list or dialog of its own. */
export function isTyping(target: Element | null): boolean {
  return target?.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"], [role="menu"], .monaco-editor') != null
}
