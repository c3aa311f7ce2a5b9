"""Mutations of a sound plan: one figure changed at a time, as people change them by mistake, and what the checker says."""
