"""Figures: numbers as printed, the intervals they stand for, their units, and how they stand in text."""
