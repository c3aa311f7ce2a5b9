"""Linking: every name resolved, every number counted, every figure evaluated. The door is `link.link`."""
