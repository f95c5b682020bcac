import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, rem } from '@mantine/core';

/** The one accent colour. Shade 6 carries white text with a contrast of 5.2. */
const accent: MantineColorsTuple = [
  '#eef3ff',
  '#dfe8ff',
  '#bdcfff',
  '#97b3ff',
  '#7f9ffa',
  '#5a80f2',
  '#3b62e0',
  '#2f52c8',
  '#2744a8',
  '#1f3684',
];

/** Neutrals of the light scheme. Shade 6 and darker are legible as text on every light surface. */
const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#f0f1f4',
  '#e6e8ec',
  '#d8dbe1',
  '#c4c8d0',
  '#8b919c',
  '#5c626d',
  '#474c56',
  '#33363e',
  '#1f2126',
];

/** Neutrals of the dark scheme, from text (0) to the deepest surface (9). */
const dark: MantineColorsTuple = [
  '#e4e5e9',
  '#c8cad1',
  '#a6a9b3',
  '#9195a0',
  '#3d4048',
  '#32343b',
  '#27292f',
  '#1c1d21',
  '#17181b',
  '#111214',
];

const fontFamily =
  '"Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/**
 * The theme of every Mantine component. It reaches the page as `theme.generated.css`, made by
 * `generate-theme-css.ts`, because the content security policy allows no style element.
 */
export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  black: '#1f2126',
  fontFamily,
  fontFamilyMonospace:
    'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: rem(13), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(16) },
  defaultRadius: 'sm',
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(20), xl: rem(32) },
  respectReducedMotion: true,
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '1.3' },
      h2: { fontSize: rem(16), lineHeight: '1.35' },
      h3: { fontSize: rem(14), lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Autocomplete: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    Anchor: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false } },
    Checkbox: { defaultProps: { size: 'xs' }, classNames: { input: 'choice-box' } },
    Radio: { defaultProps: { size: 'xs' }, classNames: { radio: 'choice-box' } },
    Switch: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 500 } },
    // Locking the page's scroll would inject a style element.
    Modal: { defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 120 } } },
    // The placeholder would be a child of the menu that is no item.
    Menu: { defaultProps: { transitionProps: { duration: 80 }, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { transitionProps: { duration: 80 } } },
  },
});

/** Replaces the library's text colours that miss a contrast of 4.5. */
export const resolveCssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': '#646a75',
    '--mantine-color-accent-light-color': accent[7],
    '--mantine-color-error': '#b3261e',
    '--mantine-color-success': '#1a6b3c',
    '--mantine-color-default-border': gray[3],
    '--mantine-color-disabled-color': gray[6],
    '--mantine-color-red-filled': '#b3261e',
    '--mantine-color-red-filled-hover': '#8f1d17',
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-accent-light-color': '#9db6ff',
    '--mantine-color-error': '#ff8f87',
    '--mantine-color-success': '#6fcf97',
    '--mantine-color-default-border': dark[4],
    '--mantine-color-disabled-color': dark[2],
    '--mantine-color-red-filled': '#b3261e',
    '--mantine-color-red-filled-hover': '#8f1d17',
  },
});
