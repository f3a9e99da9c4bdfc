/** Names of the colours. `s1`…`s6` tell series apart, `h1`…`h5` are steps from low to high, each with the ink that is read on it. */
export type Ink =
  | "paper"
  | "panel"
  | "ink"
  | "muted"
  | "line"
  | "grid"
  | "accent"
  | "warn"
  | "warn-paper"
  | `s${1 | 2 | 3 | 4 | 5 | 6}`
  | "soft"
  | `h${1 | 2 | 3 | 4 | 5}`
  | `h${1 | 2 | 3 | 4 | 5}-ink`;

/**
 * Both themes. The series follow Okabe and Ito's colours for all kinds of colour vision (Color Universal Design, 2008), each darkened or
 * lightened until it stands out from its paper by 3 to 1; tests hold the ratios and the distances under simulated colour blindness.
 */
export const palettes: Readonly<Record<"light" | "dark", Readonly<Record<Ink, string>>>> = {
  light: {
    paper: "#ffffff",
    panel: "#f4f6f8",
    ink: "#16202a",
    muted: "#4f5d6b",
    line: "#7b8794",
    grid: "#dde3e9",
    accent: "#005a92",
    warn: "#8a3a00",
    "warn-paper": "#fff4e8",
    s1: "#0067a5",
    s2: "#c94f00",
    s3: "#00845f",
    s4: "#a3467f",
    s5: "#552800",
    s6: "#3d4750",
    soft: "#8fb8d6",
    h1: "#eef5fb",
    h2: "#c6dff0",
    h3: "#8fc0e0",
    h4: "#2475ac",
    h5: "#0b4670",
    "h1-ink": "#16202a",
    "h2-ink": "#16202a",
    "h3-ink": "#16202a",
    "h4-ink": "#ffffff",
    "h5-ink": "#ffffff",
  },
  dark: {
    paper: "#10161c",
    panel: "#1a232c",
    ink: "#edf2f6",
    muted: "#aebbc7",
    line: "#7f8d9b",
    grid: "#2c3843",
    accent: "#7cc4f2",
    warn: "#ffb47a",
    "warn-paper": "#33241a",
    s1: "#56b4e9",
    s2: "#ff8a3d",
    s3: "#19c59a",
    s4: "#e08bb8",
    s5: "#e6c229",
    s6: "#c3ced8",
    soft: "#3c6f92",
    h1: "#1c2a36",
    h2: "#1f4560",
    h3: "#25638d",
    h4: "#56b4e9",
    h5: "#c4e6fb",
    "h1-ink": "#edf2f6",
    "h2-ink": "#edf2f6",
    "h3-ink": "#ffffff",
    "h4-ink": "#10161c",
    "h5-ink": "#10161c",
  },
};

/** A colour by name, resolved by the page or the file that holds the drawing. */
export function ink(name: Ink): string {
  return `var(--cx-${name})`;
}

/** The colours of a theme as custom properties. */
export function inkProperties(theme: "light" | "dark"): string {
  return Object.entries(palettes[theme])
    .map(([name, value]) => `--cx-${name}:${value}`)
    .join(";");
}
