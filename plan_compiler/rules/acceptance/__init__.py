"""What a plan accepts: its policy, its waivers, and the findings that were known before."""
