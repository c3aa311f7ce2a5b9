"""What the rules on sums share: totals of the annex, data tables, and what may explain that one fails."""
