"""The least that a Prefect flow costs here: a flow that does nothing, on a temporary server."""

from flows.prefect_quiet import quieten

quieten()

from prefect import flow  # noqa: E402  (Prefect reads its environment on import)


@flow(name="empty")
def empty() -> None:
    """Do nothing."""


if __name__ == "__main__":
    empty()
