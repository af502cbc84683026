/** Only ways inside the app: an address from elsewhere could lead people out after they gave their password. */
export function wayBack(to: string | null): string {
  return to && /^\/(?!\/|\\)/.test(to) && !to.startsWith('/sign-in') ? to : '/flows'
}
