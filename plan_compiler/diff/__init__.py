"""What changed between two versions of a plan, by meaning: two LinkedPlans → ChangeSet."""
