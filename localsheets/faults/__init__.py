"""Faults on demand: what Google does on a bad day, for clients to be tested against.

Off unless asked for, by ``server.faults.add(...)`` or the control endpoint (``api/control.py``).
"""

from __future__ import annotations

from localsheets.faults.active import ActiveFault, Faults
from localsheets.faults.fault import Fault
from localsheets.faults.quota import Quota

__all__ = ["ActiveFault", "Fault", "Faults", "Quota"]
