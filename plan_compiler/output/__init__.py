"""Getting finished artifacts onto the disk: whole or not at all, and only when something changed."""
