"""What sentences claim of figures: sums, shares, changes, counts, parts of a whole; one module for each kind of claim."""
