import { Button, createTheme, type MantineColorsTuple, Modal, Tooltip } from '@mantine/core'

/** Mantine asks for ten shades; the house has one accent, so the stylesheet's tokens stand behind each name. */
const accent: MantineColorsTuple = [
  '#e2f1ed',
  '#c7e4dc',
  '#9fd0c4',
  '#74bbaa',
  '#4ca694',
  '#2b917e',
  '#0b6e5f',
  '#095d50',
  '#084d42',
  '#063c34',
]

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 6,
  colors: { accent },
  fontFamily: 'var(--font)',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default' },
      vars: (_theme, props) => ({
        root: {
          '--button-height': props.size === 'xs' ? '28px' : '34px',
          '--button-padding-x': props.size === 'xs' ? '10px' : '14px',
          '--button-fz': '13px',
          ...(props.variant === 'filled'
            ? { '--button-bg': 'var(--accent)', '--button-hover': 'var(--accent-hover)', '--button-color': 'var(--on-accent)' }
            : {}),
        },
      }),
      styles: { root: { fontWeight: 500 } },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 'xl', padding: 'xl', overlayProps: { color: 'var(--backdrop)', backgroundOpacity: 1 } },
    }),
    // a dialog's head would else be read out as a second banner of the page
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false, fz: 12 } }),
  },
})
