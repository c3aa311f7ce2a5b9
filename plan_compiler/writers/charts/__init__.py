"""Charts as drawings: geometry worked out here, printed as SVG by the theme's template, the same for every format."""

from plan_compiler.writers.charts.draw import chart_drawings, chart_height, chart_svgs

__all__ = ["chart_drawings", "chart_height", "chart_svgs"]
