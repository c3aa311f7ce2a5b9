"""The named subset of Markdown that texts are written in."""
