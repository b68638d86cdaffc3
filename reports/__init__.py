"""One file a report tab: Results -> Report values. Pure."""

from reports.audience import Audience

NAMES = ("summary", "variance", "conflicts", "data-issues", "holds-and-drops")
"""Every report's name, in the order in which their tabs stand."""

__all__ = ["NAMES", "Audience"]
