"""What the rules on texts share: everything that is printed, marks in pairs, names, announced lists."""
