"""Changes, as sentences tell them: growth with its ends, over the plan, of a whole with its parts, so many times as much."""
