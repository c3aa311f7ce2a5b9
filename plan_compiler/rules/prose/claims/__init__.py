"""What sentences claim of figures, one module for each kind of claim: of parts of a whole, of changes, of the annex; of cells, counts, ratios."""
