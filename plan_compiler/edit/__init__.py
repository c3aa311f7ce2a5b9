"""Edits of a plan's files that change one stretch each and keep everything else, layout and comments, as it is."""
