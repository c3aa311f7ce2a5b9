"""The benchmark: `python -m bench` prints how long things take and how much memory, beside tools that do part of the same.

Every figure is of whole processes, Python's start included, unless it says otherwise. Rivals take turns within one run, and
what is compared is the median of the rounds' ratios: a slow moment of the machine strikes both. The table shows; it never
fails.
"""
