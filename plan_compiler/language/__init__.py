"""The words of each language a plan may be written in: qualifiers, numerals, unit names, typography, vocabulary."""
