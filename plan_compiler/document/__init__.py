"""The format-neutral document that writers see."""
