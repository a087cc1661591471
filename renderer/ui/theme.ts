import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineTransition,
} from '@mantine/core';
import { holdFocus } from './focus/hold-focus.ts';
import { WorkingButton } from './focus/working-button.tsx';

const petrol: MantineColorsTuple = [
  '#eef6f7',
  '#d8eaed',
  '#b2d6dc',
  '#86bdc7',
  '#5ea6b3',
  '#3b8b99',
  '#1f7583',
  '#12626f',
  '#0c4f5a',
  '#073b44',
];

/** The warm metal of a bell: used sparingly, for what is happening now. */
const brass: MantineColorsTuple = [
  '#fff6e6',
  '#fbe9c9',
  '#f5d398',
  '#efbc64',
  '#e8a83b',
  '#dd951b',
  '#bf7c0d',
  '#945e06',
  '#754903',
  '#553400',
];

const gray: MantineColorsTuple = [
  '#f7f9f9',
  '#eff2f3',
  '#e3e8ea',
  '#d3dadd',
  '#b9c3c7',
  '#8b989d',
  '#5f6d73',
  '#47545a',
  '#2f3a3f',
  '#192226',
];

const red: MantineColorsTuple = [
  '#fdeceb',
  '#fbd6d3',
  '#f5aaa4',
  '#ef7d75',
  '#e2574d',
  '#cf3c32',
  '#bd2c23',
  '#a81f17',
  '#8f1811',
  '#73120c',
];

const dark: MantineColorsTuple = [
  '#dfe5e7',
  '#c0c9cc',
  '#9aa6aa',
  '#6f7d82',
  '#48555a',
  '#353f44',
  '#283136',
  '#1d2529',
  '#151b1e',
  '#0d1214',
];

const fontFamily = "'Inter Variable', 'Segoe UI', system-ui, sans-serif";

/**
 * How what lies over the page comes and goes: it goes at once. While it fades it would still be there for the keys, and the one that is pressed
 * next would be lost, or close again what it opens.
 */
const goesAtOnce = (transition: MantineTransition, duration: number) => ({
  transition,
  duration,
  exitDuration: 0,
});

/** The look of the product: petrol and brass on cool greys, Inter, a 4-pixel grid. */
export const theme = createTheme({
  colors: { petrol, brass, gray, red, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  black: '#192226',
  fontFamily,
  fontFamilyMonospace: fontFamily,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  headings: {
    fontFamily,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.3' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', component: WorkingButton } },
    ActionIcon: { defaultProps: { component: WorkingButton } },
    // What is pressed is at least so large.
    InputClearButton: { defaultProps: { size: 24 } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: goesAtOnce('fade-down', 200),
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.45 },
        // A dialog's header is no banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 650 } },
    },
    InputWrapper: { styles: { label: { marginBottom: 3 } } },
    Menu: {
      defaultProps: {
        shadow: 'md',
        radius: 'md',
        withInitialFocusPlaceholder: false,
        transitionProps: goesAtOnce('fade', 150),
      },
    },
    ModalContent: { defaultProps: { onFocus: holdFocus } },
    DrawerContent: { defaultProps: { onFocus: holdFocus } },
    PopoverDropdown: { defaultProps: { onFocus: holdFocus } },
    Popover: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: goesAtOnce('fade', 150) } },
  },
});

/** Mantine's own colours tuned to AA contrast on our greys. */
export const cssVariables: CSSVariablesResolver = (resolved) => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': resolved.colors['gray']?.[6] ?? '',
    '--mantine-color-placeholder': resolved.colors['gray']?.[6] ?? '',
    '--mantine-color-default-border': resolved.colors['gray']?.[3] ?? '',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': resolved.colors['petrol']?.[7] ?? '',
  },
  dark: {
    '--mantine-color-body': resolved.colors['dark']?.[7] ?? '',
    '--mantine-color-dimmed': resolved.colors['dark']?.[2] ?? '',
    '--mantine-color-placeholder': resolved.colors['dark']?.[2] ?? '',
    '--mantine-color-default-border': resolved.colors['dark']?.[5] ?? '',
    '--mantine-color-error': '#ff9c91',
    '--mantine-color-anchor': resolved.colors['petrol']?.[3] ?? '',
  },
});
