"""Findings and explanations put into words, for people and for programs."""
