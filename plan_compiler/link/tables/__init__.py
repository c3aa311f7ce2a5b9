"""Data tables, linked: their rows and columns named, what computes each cell, and its figure."""
