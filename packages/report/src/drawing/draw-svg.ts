import { CustomChart, LineChart, RadarChart, ScatterChart } from "echarts/charts";
import { GridComponent, RadarComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { cleanSvg } from "./clean-svg.js";

use([CustomChart, LineChart, RadarChart, ScatterChart, GridComponent, RadarComponent, SVGRenderer]);

/** Size of a drawing in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The only place where ECharts is called: an option in, the elements of a static SVG out, the same for the same option at any time and
 * place. Without a document ECharts estimates the width of texts.
 */
export function drawSvg(option: EChartsCoreOption, { width, height }: Size): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return cleanSvg(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}
