/** Colours made from the shop's one, every pair of them readable (WCAG AA). */
export interface Tones {
  brand: string
  onBrand: string
  /** The brand as text and outline on a light and on a dark surface. */
  brandOnLight: string
  brandOnDark: string
  /** The brand as a filled shape that still stands out from a dark surface. */
  brandLifted: string
  onBrandLifted: string
}

type Rgb = readonly [number, number, number]

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]
const ink: Rgb = [18, 22, 27]
const lightSurface: Rgb = [244, 243, 239]
const darkSurface: Rgb = [32, 38, 44]
const house = '#1a3d34'

/** @param colour `#rrggbb`; anything else becomes the house colour */
export function tones(colour: string): Tones {
  const brand = parse(colour) ?? parse(house) ?? ink
  const lifted = towards(brand, white, (each) => contrast(each, darkSurface) >= 1.7)
  return {
    brand: text(brand),
    onBrand: text(readableOn(brand)),
    brandOnLight: text(towards(brand, ink, (each) => contrast(each, lightSurface) >= 4.6)),
    brandOnDark: text(towards(brand, white, (each) => contrast(each, darkSurface) >= 4.6)),
    brandLifted: text(lifted),
    onBrandLifted: text(readableOn(lifted)),
  }
}

/** White if it can be read on the colour, else black: one of the two always reaches 4.5, which no softer ink does. */
function readableOn(colour: Rgb): Rgb {
  return contrast(white, colour) >= 4.5 ? white : black
}

/** WCAG 2 contrast ratio, 1–21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

export function parse(colour: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  const part = (index: number) => Number.parseInt(match?.[index] ?? '', 16)
  return match ? [part(1), part(2), part(3)] : undefined
}

/** The nearest mixture with `end` that is good enough. */
function towards(colour: Rgb, end: Rgb, good: (colour: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = mix(colour, end, share)
    if (good(mixed)) return mixed
  }
  return end
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2) => Math.round(one[index] * (1 - share) + other[index] * share)
  return [at(0), at(1), at(2)]
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const text = (colour: Rgb): string => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
