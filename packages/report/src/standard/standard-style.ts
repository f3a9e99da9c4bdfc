/** The style of every standard: plain enough for word processors, and it never depends on data. */
export const standardStyle = `
@page{size:A4;margin:22mm 18mm 20mm 22mm}
body{margin:0 auto;max-width:178mm;padding:0 5mm;background:#ffffff;color:#1a1a1a;font-family:"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,Georgia,serif;font-size:10.5pt;line-height:1.5}
h1{font-size:20pt;line-height:1.25;margin:0 0 6pt}
h2{font-size:14pt;line-height:1.3;margin:22pt 0 8pt;border-bottom:1pt solid #1a1a1a}
h3{font-size:11.5pt;margin:14pt 0 5pt}
h1,h2,h3,caption,thead th,.kicker{font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",Arial,sans-serif}
.kicker{color:#555555;margin:18pt 0 4pt}
p{margin:4pt 0 6pt}
table{width:100%;border-collapse:collapse;margin:4pt 0 12pt;font-size:9pt;line-height:1.35}
caption{text-align:left;font-size:9pt;font-weight:bold;padding:4pt 0}
th,td{border:0.5pt solid #8a8a8a;padding:2.5pt 4pt;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{background:#eceff3}
tbody th{font-weight:normal}
td.num{white-space:nowrap}
table.card tbody th{width:22%;background:#f6f7f9}
table.form tbody th{width:30%}
table.form td{height:16pt;color:#8a8a8a}
sub,sup{font-size:70%;line-height:0}
code{font-family:"DejaVu Sans Mono",Consolas,monospace;font-size:80%}
.note{font-size:9pt;color:#444444}
.calculation{margin:2pt 0 4pt 12pt}
a{color:#0b4f8a}
nav ul{list-style:none;padding:0;margin:0 0 8pt}
@media print{body{max-width:none;padding:0}a{color:#1a1a1a;text-decoration:none}h2,h3,caption{break-after:avoid}tr,table.card{break-inside:avoid}thead{display:table-header-group}.annex{break-before:page}}
`;
