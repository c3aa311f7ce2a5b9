"""The rules: one file each in `checks`, run over the linked plan by the engine."""
