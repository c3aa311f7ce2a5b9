"""The projects of the annex, as sentences tell of them: how many, of which kind, one by its name."""
