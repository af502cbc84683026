/**
 * Line drawings of goods, by the `icon` key of a product or order line: SVG path data on a 24 grid, stroked, never filled.
 * The demo storefront draws its tiles with the same ones. An unknown key becomes `box`.
 */
export const drawings = {
  cup: ['M5 6h11v8a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5z', 'M16 8h1.5a2.5 2.5 0 0 1 0 5H16'],
  cushion: [
    'M7 11V7a3 3 0 0 1 3-3h4a3 3 0 0 1 3 3v4',
    'M5.5 10A2.5 2.5 0 0 1 8 12.5V14h8v-1.5a2.5 2.5 0 1 1 4 2V17a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-2.5A2.5 2.5 0 0 1 5.5 10z',
    'M7 18v2M17 18v2',
  ],
  candle: ['M9 12h6v9H9z', 'M12 3c1.6 1.7 2.3 2.7 2.3 3.8a2.3 2.3 0 0 1-4.6 0C9.7 5.7 10.4 4.7 12 3z', 'M12 9v3'],
  flask: [
    'M10 3h4v3.5l1.3 1.8c.5.7.7 1.4.7 2.2V19a2 2 0 0 1-2 2h-4a2 2 0 0 1-2-2v-8.5c0-.8.2-1.5.7-2.2L10 6.5z',
    'M8 14c1.3-1 2.7-1 4 0s2.7 1 4 0',
  ],
  cloth: ['M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z'],
  lamp: ['M9 4h6l4 8H5z', 'M12 12v8M8.5 20h7'],
  bowl: ['M3.5 11h17a8.5 8.5 0 0 1-5 7.5v1.5h-7v-1.5a8.5 8.5 0 0 1-5-7.5z', 'M9 7.5c0-1.2 1-1.2 1-2.5M13.5 7.5c0-1.2 1-1.2 1-2.5'],
  plate: ['M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z', 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8z'],
  teapot: ['M6.5 9h9v5.5a4.5 4.5 0 0 1-4.5 4.5 4.5 4.5 0 0 1-4.5-4.5z', 'M15.5 12l4-3.5M6.5 10.5H5a2 2 0 0 0 0 5h1.8M11 6v3M9.5 6h3'],
  pan: ['M3 10h12v3a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5z', 'M15 11.5h6'],
  knife: ['M4 20 16.5 3.5c2 3 1.7 6.5-.5 9L12.5 16z', 'M8 20l-2 1'],
  board: ['M6 8h12v12H6z', 'M10 8V5.5a2 2 0 0 1 4 0V8', 'M9.5 12v4'],
  glass: ['M7 4h10l-1.2 14.2A2 2 0 0 1 13.8 20h-3.6a2 2 0 0 1-2-1.8z', 'M7.5 10h9'],
  vase: ['M10 9h4v2l2 3a5 5 0 0 1-1.5 6.5h-5A5 5 0 0 1 8 14l2-3z', 'M12 9V3M12 6c2 0 3.5-1 4-3M12 7C10 7 8.5 6 8 4'],
  plant: ['M7 14h10l-1.2 6.5H8.2z', 'M12 14V8M12 9c0-3 2-5 5.5-5C17.5 7.5 15.5 9 12 9zM12 11c0-2.5-1.8-4-5-4 0 3 1.8 4 5 4z'],
  basket: ['M4 10h16l-1.8 9a1.5 1.5 0 0 1-1.5 1.2H7.3A1.5 1.5 0 0 1 5.8 19z', 'M8 10l2.5-6M16 10l-2.5-6M9.5 13.5v3.5M14.5 13.5v3.5'],
  blanket: [
    'M5 6.5A2.5 2.5 0 0 1 7.5 4H17a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H7.5A2.5 2.5 0 0 1 5 17.5z',
    'M5 17.5A2.5 2.5 0 0 1 7.5 15H19M9 8h6M9 11h4',
  ],
  towel: ['M6 4h12v14H6z', 'M6 14.5h12M8.5 18v2.5M12 18v2.5M15.5 18v2.5'],
  clock: ['M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z', 'M12 8v4.5l3 1.5'],
  frame: ['M5 4h14v16H5z', 'M8.5 7.5h7v9h-7z', 'M8.5 14l2.5-2.5 4.5 4.5'],
  soap: [
    'M4 12.5A3.5 3.5 0 0 1 7.5 9h9a3.5 3.5 0 0 1 3.5 3.5v2a3.5 3.5 0 0 1-3.5 3.5h-9A3.5 3.5 0 0 1 4 14.5z',
    'M9 13.5h6M15.5 5.5a1 1 0 1 1 .01 0M11.5 4a.8.8 0 1 1 .01 0',
  ],
  diffuser: ['M8 10h8v8.5a2 2 0 0 1-2 2h-4a2 2 0 0 1-2-2z', 'M10.5 10V8h3v2M12 8V3M9.5 8 8 3.5M14.5 8 16 3.5'],
  hanger: ['M12 9.5V8.2a2 2 0 1 0-2-2', 'M12 9.5 20 16a1.3 1.3 0 0 1-.8 2.3H4.8A1.3 1.3 0 0 1 4 16z'],
  chair: ['M8 3.5h8V12H8z', 'M6.5 12h11v3h-11z', 'M7.5 15v5.5M16.5 15v5.5'],
  slippers: ['M5 10.5a3 3 0 0 1 6 0V17a3 3 0 0 1-6 0zM13 7.5a3 3 0 0 1 6 0V14a3 3 0 0 1-6 0z', 'M5 12.5h6M13 9.5h6'],
  apron: ['M8.5 4v4.5L6 11v9h12v-9l-2.5-2.5V4', 'M8.5 8.5h7M9.5 14h5v3h-5z'],
  speaker: ['M7 4h10v16H7z', 'M12 11.5a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z', 'M12 7.5h.01'],
  umbrella: ['M4 12a8 8 0 0 1 16 0z', 'M12 12v6a2 2 0 0 0 4 0'],
  notebook: ['M7 4h10.5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H7z', 'M10 4v16M5 8h3M5 12h3M5 16h3'],
  box: ['M12 3.5 20 7.8v8.4l-8 4.3-8-4.3V7.8z', 'M12 12l8-4.2M12 12v8.5M12 12 4 7.8'],
} as const satisfies Record<string, readonly string[]>

export type Drawing = keyof typeof drawings

/** Path data of a drawing; a plain box for a key nobody drew. */
export function drawing(key: string | undefined): readonly string[] {
  return key !== undefined && Object.hasOwn(drawings, key) ? drawings[key as Drawing] : drawings.box
}
