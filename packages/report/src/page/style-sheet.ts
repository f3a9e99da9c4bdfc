import { fontFamily } from "../drawing/frame-svg.js";
import { inkProperties } from "../drawing/palette.js";

const light = inkProperties("light");
const dark = inkProperties("dark");

/** The style of every report; it never depends on data, so that a content policy can name it by its digest. */
export const styleSheet = `
:root{color-scheme:light dark;${light}}
:root[data-theme=light]{color-scheme:light}
@media screen{:root[data-theme=dark]{color-scheme:dark;${dark}}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--cx-paper);color:var(--cx-ink);font:16px/1.55 ${fontFamily}}
.skip{position:absolute;left:-999rem;top:0;background:var(--cx-paper);color:var(--cx-accent);padding:.5rem 1rem;z-index:2}
.skip:focus{left:0}
a{color:var(--cx-accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--cx-accent);outline-offset:2px}
header.page,nav,main,footer{max-width:72rem;margin:0 auto;padding:0 1.25rem}
header.page{padding-top:2.5rem;padding-bottom:.5rem}
h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem;text-wrap:balance}
h2{font-size:1.45rem;line-height:1.3;margin:3rem 0 1rem;padding-top:.75rem;border-top:2px solid var(--cx-ink)}
h3{font-size:1.1rem;line-height:1.35;margin:2rem 0 .5rem}
.lead{font-size:1.15rem;color:var(--cx-muted);max-width:48rem;margin:.25rem 0 1.25rem}
p,li{max-width:48rem}
small,.source,figcaption{font-size:.875rem}
code{font-family:ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace;font-size:.85em;overflow-wrap:anywhere}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.75rem 1.5rem;margin:1rem 0;padding:1rem 0;border-top:1px solid var(--cx-grid);border-bottom:1px solid var(--cx-grid)}
.facts div{min-width:0}
.facts.long{grid-template-columns:1fr}
.facts.long div{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:0 1rem}
dt{font-size:.8rem;color:var(--cx-muted)}
dd{margin:0;overflow-wrap:anywhere}
.cite{font-size:.875rem;overflow-wrap:anywhere}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:1rem 0 0;padding:0}
nav a{display:inline-block;padding:.2rem 0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:1rem;list-style:none;margin:1.25rem 0;padding:0}
.card{background:var(--cx-panel);border-left:4px solid var(--cx-accent);padding:1rem 1.25rem;max-width:none}
.card h3{margin:0;font-size:1rem;font-weight:600}
.card p{margin:.15rem 0}
.card .big{font-size:2.6rem;line-height:1.1;font-weight:650;font-variant-numeric:tabular-nums}
.verdict{background:var(--cx-panel);padding:.9rem 1.25rem;margin:1.25rem 0}
.verdict h3{margin:0;font-size:1rem}
.verdict li{max-width:none}
.verdict ul{margin:.5rem 0 0;padding-left:1.2rem}
.tag{display:inline-block;border:1px solid var(--cx-line);border-radius:1rem;padding:0 .6rem;font-size:.8rem;font-weight:400}
figure{margin:1.5rem 0 2rem;padding:0}
figcaption{margin-bottom:.75rem;font-size:1rem}
.picture svg{display:block;max-width:100%;height:auto}
.picture.narrow{display:none}
.source{color:var(--cx-muted);margin:.5rem 0;max-width:none}
.scroll{overflow-x:auto;margin:.75rem 0 1rem;border:1px solid var(--cx-grid);max-width:100%}
table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:.5rem .75rem;color:var(--cx-muted);font-size:.8rem}
.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.45rem .75rem;vertical-align:top;border-top:1px solid var(--cx-grid);text-align:left}
thead th{background:var(--cx-panel);font-weight:600;vertical-align:bottom}
tbody th{font-weight:500;min-width:9rem}
.num{text-align:right}
td.num{white-space:nowrap}
td.num small{white-space:normal;display:inline-block;min-width:13rem;text-align:left}
td.num .nowrap+small{min-width:0}
td.txt{min-width:11rem}
.grouped tbody{border-top:2px solid var(--cx-line)}
.nowrap{white-space:nowrap}
.parts{list-style:none;margin:0;padding:0}
.formula{display:inline-block;min-width:14rem;max-width:28rem}
.warnings li{border-left:4px solid var(--cx-warn);background:var(--cx-warn-paper);padding:.5rem .9rem;margin:.5rem 0;list-style:none}
.warnings{padding:0}
details{margin:.75rem 0}
summary{cursor:pointer;padding:.35rem 0;color:var(--cx-accent);font-weight:500}
details.unit{border-top:1px solid var(--cx-grid);margin:0}
details.unit>summary{font-size:1.05rem;padding:.6rem 0}
:target{background:var(--cx-warn-paper)}
footer{padding-top:2rem;padding-bottom:3rem;color:var(--cx-muted);font-size:.875rem}
@media screen and (max-width:48rem){
.facts.long div{display:block}
.picture.wide{display:none}.picture.narrow{display:block}
h1{font-size:1.55rem}h2{font-size:1.25rem;margin-top:2.25rem}
header.page{padding-top:1.5rem}
header.page,nav,main,footer{padding-left:1rem;padding-right:1rem}
}
@media print{
@page{margin:16mm 14mm}
body{font-size:10.5pt}
.skip,nav{display:none}
.picture.wide{display:block}.picture.narrow{display:none}
header.page,main,footer{max-width:none;padding:0}
h2{break-after:avoid;margin-top:1.5rem}h3,summary,figcaption{break-after:avoid}
figure>.picture,figcaption,tr,.card,.verdict{break-inside:avoid}
#units,#indicators,#definitions{break-before:page}
thead{display:table-header-group}
.scroll{overflow:visible;border:0}
table{font-size:7.5pt}table small,table code,table .cite{font-size:inherit}
.picture svg{max-height:225mm;margin:0 auto 0 0}th,td{padding:.2rem .3rem}
tbody th,td.txt,td.num small,.formula{min-width:0}
td.num,.nowrap{white-space:normal}
details.numbers::details-content{display:block;content-visibility:visible;block-size:auto}
a{color:inherit;text-decoration:none}
}
`;
