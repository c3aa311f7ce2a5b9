"""Parts of a whole, as sentences tell them: sums, lists behind 其中, kinds, shares, what is left, what each year has."""
