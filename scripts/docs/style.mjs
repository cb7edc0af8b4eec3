/** The look of the site: one style sheet, light and dark. */
export const STYLE = `
:root { --bg: #fff; --fg: #212529; --dim: #6c757d; --line: #dee2e6; --soft: #f8f9fa; --accent: #1864ab; --head: #d0ebff; --hot: #fff3bf; --new: #d3f9d8; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #16191d; --fg: #dee2e6; --dim: #868e96; --line: #373c42; --soft: #1f2328; --accent: #74c0fc; --head: #123047; --hot: #4a3f10; --new: #143d1f; }
}
* { box-sizing: border-box; }
body { margin: 0; display: flex; background: var(--bg); color: var(--fg); font: 16px/1.6 system-ui, sans-serif; }
nav { width: 17rem; flex: none; padding: 1rem; border-right: 1px solid var(--line); font-size: .9rem; min-height: 100vh; }
nav .home { font-weight: 700; font-size: 1.2rem; }
nav h2 { font-size: .8rem; text-transform: uppercase; color: var(--dim); margin: 1.2rem 0 .2rem; border: 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a[aria-current] { font-weight: 700; }
main { flex: 1; min-width: 0; max-width: 60rem; padding: 1rem 2rem 6rem; }
a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--line); }
code, pre, svg text { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
code { background: var(--soft); padding: .1em .3em; border-radius: 3px; font-size: .9em; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .8rem; overflow-x: auto; font-size: .82rem; line-height: 1.45; }
pre code { background: none; padding: 0; font-size: inherit; }
pre .command { color: var(--dim); } pre mark { background: var(--hot); color: inherit; }
table { border-collapse: collapse; display: block; overflow-x: auto; } th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
figure { margin: 1.2rem 0; overflow-x: auto; } figcaption { color: var(--dim); font-size: .9rem; }
svg { font-size: 12px; } svg text { fill: var(--fg); } svg .dim { fill: var(--dim); } svg .box { fill: var(--bg); stroke: var(--line); }
svg .head { fill: var(--head); stroke: var(--line); } svg .hot { fill: var(--hot); stroke: var(--line); } svg .new { fill: var(--new); stroke: var(--line); }
svg .run { fill: var(--accent); } svg .wait { stroke: var(--dim); stroke-dasharray: 3 3; fill: none; } svg .arrow { stroke: var(--fg); fill: none; }
details > summary { cursor: pointer; }
@media (max-width: 50rem) { body { display: block; } nav { width: auto; min-height: 0; border: 0; } main { padding: 1rem; } }
@media print { nav { display: none; } }
`;
