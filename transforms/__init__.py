"""Pure computation over tables: the cost report, work days, rules, agreements."""

from transforms.compute import compute

__all__ = ["compute"]
