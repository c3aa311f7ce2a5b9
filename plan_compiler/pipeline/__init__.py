"""All passes in order: the only package that knows them all."""
