"""What a run is asked to do; Prefect makes its form of this."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class RunRequest(BaseModel):
    """Which production to report on, and as of when."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    target: str = Field(
        title="Production",
        description=(
            "A production's settings file, a spreadsheet's address or id, or an .xlsx file."
        ),
        min_length=1,
        examples=["examples/productions/saltglass.toml"],
    )
    today: date | None = Field(
        default=None,
        title="Run as of",
        description="The date to run as. Empty: today, in the production's time zone.",
    )
    output: str | None = Field(
        default=None,
        title="Copy",
        description=(
            "For .xlsx files: where the copy with the report tabs goes (a folder, where the"
            " production has several). Empty: NAME.topsheet.xlsx beside the file."
        ),
    )

    export: str | None = Field(
        default=None,
        title="Export to",
        description=(
            "A folder for the reports as one .xlsx and one PDF a spreadsheet."
            " Empty: as the production's settings say."
        ),
    )

    @property
    def run_name(self) -> str:
        """A name for people: what the run is about, and the date it runs as."""
        about = Path(self.target).stem if "://" not in self.target else self.target
        return f"{about} as of {self.today or 'today'}"
