/** How much faster the children's clock runs: a minute of silence takes three seconds. */
export const clockFactor = 20

/** Coupons in the house: fewer than will be asked for. */
export const offerTotal = 40
