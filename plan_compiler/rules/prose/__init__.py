"""What the figures of the running texts speak of: the analysis that the rules of figures in prose share."""
