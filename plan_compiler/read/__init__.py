"""Tree to plan: YAML, shape and markup, with the place of everything."""
